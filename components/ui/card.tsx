import type { ReactNode } from 'react';

type CardProps = {
  /** A heading that names the section; give `headingLevel` its place on the page. */
  title?: ReactNode;
  headingLevel?: 2 | 3;
  children: ReactNode;
  className?: string;
};

/** A bordered surface for one thing. With a title it is a labelled part of the page. */
export function Card({ title, headingLevel = 2, children, className = '' }: CardProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <section className={`rounded-card border border-line bg-bg p-4 md:p-6 ${className}`}>
      {title && <Heading className="mb-4 text-lg font-bold">{title}</Heading>}
      {children}
    </section>
  );
}
