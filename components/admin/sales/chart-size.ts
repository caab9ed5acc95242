/** Sizes that who computes a chart and who draws it share. */

/** Of the plot, px; it is as wide as the page lets it be, and its x counts columns. */
export const PLOT_HEIGHT = 240;

/** How far apart the columns are that are named under the axis; the last one is one of them. */
export const namedEvery = (columns: number) => Math.ceil(columns / 6);
