const MARKS = {
  first: <rect width="14" height="14" className="fill-chart-1" />,
  second: <rect width="14" height="14" className="fill-chart-3" />,
  dashed: (
    <line
      x1="1"
      x2="23"
      y1="7"
      y2="7"
      strokeWidth={2}
      strokeDasharray="5 4"
      strokeLinecap="round"
      className="stroke-chart-2"
    />
  ),
};

type LegendProps = { entries: readonly { mark: keyof typeof MARKS; text: string }[] };

/** Which mark is what; shape, place and dash tell them apart without colour. */
export function Legend({ entries }: LegendProps) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {entries.map(({ mark, text }) => (
        <li key={mark} className="flex items-center gap-2">
          <svg aria-hidden="true" width={mark === 'dashed' ? 24 : 14} height="14">
            {MARKS[mark]}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
