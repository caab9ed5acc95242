/**
 * The few signs that forms draw in the browser. Of our own, because the library of icons brings 2 kB
 * along, which the sign-in page has no room for (interface.md: Budgets).
 */

const RING = <circle cx={12} cy={12} r={10} />;
const EYE = (
  <>
    <path d="M2 12q4-7 10-7t10 7q-4 7-10 7T2 12z" />
    <circle cx={12} cy={12} r={3} />
  </>
);

const SHAPES = {
  alert: (
    <>
      {RING}
      <path d="M12 7v6m0 4v0" />
    </>
  ),
  info: (
    <>
      {RING}
      <path d="M12 17v-6m0-4v0" />
    </>
  ),
  check: (
    <>
      {RING}
      <path d="m8 12 3 3 5-6" />
    </>
  ),
  warning: <path d="M12 3 2 20.5h20zm0 6v5m0 3.5v0" />,
  eye: EYE,
  eyeOff: (
    <>
      {EYE}
      <path d="m4 3 16 18" />
    </>
  ),
};

type MarkProps = {
  shape: keyof typeof SHAPES;
  size: number;
  className?: string;
};

/** Draws on a square of 24 in the colour of the text around it; says nothing to a screen reader. */
export function Mark({ shape, size, className }: MarkProps) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      {SHAPES[shape]}
    </svg>
  );
}
