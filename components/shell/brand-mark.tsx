/** The market awning of the shop's mark, in the primary colour. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="text-primary">
      <path
        fill="currentColor"
        d="M5.6 5h20.8l3 8.2a3.9 3.9 0 0 1-6.6 3 4.6 4.6 0 0 1-6.8 0 4.6 4.6 0 0 1-6.8 0 3.9 3.9 0 0 1-6.6-3z"
      />
      <path
        fill="currentColor"
        opacity=".55"
        d="M6 20.3q1.8-.2 3.2-1.2a7.3 7.3 0 0 0 6.8 .7 7.3 7.3 0 0 0 6.8-.7q1.4 1 3.2 1.200V26a1.5 1.5 0 0 1-1.5 1.5h-17A1.5 1.5 0 0 1 6 26z"
      />
    </svg>
  );
}
