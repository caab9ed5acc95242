import { Glyph } from './glyph';

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

/** The few signs that forms draw in the browser. */
export function Mark({ shape, ...props }: MarkProps) {
  return <Glyph {...props}>{SHAPES[shape]}</Glyph>;
}
