import { max, median, min } from 'simple-statistics'

/** A limit for a figure: `atMost` or `atLeast`. */
export interface Goal {
  atMost?: number
  atLeast?: number
}

/** A measurement over all runs. */
export interface Figure {
  name: string
  unit: string
  median: number
  lowest: number
  highest: number
  runs: number[]
  goal?: Goal
  /** Whether the median meets the goal. */
  isMet?: boolean
}

/** The median and the spread of the runs, rounded to four digits, compared with the goal. */
export function figureOf(name: string, unit: string, runs: number[], goal?: Goal): Figure {
  const middle = median(runs)
  const figure = {
    name,
    unit,
    median: rounded(middle),
    lowest: rounded(min(runs)),
    highest: rounded(max(runs)),
    runs: runs.map(rounded)
  }
  return goal ? { ...figure, goal, isMet: isMet(middle, goal) } : figure
}

/** Divides the figures of one build by those of another, run by run. */
export function ratios(ones: number[], others: number[]): number[] {
  return combined(ones, others, (one, other) => one / other)
}

/** Subtracts the figures of one build from those of another, run by run. */
export function differences(ones: number[], others: number[]): number[] {
  return combined(ones, others, (one, other) => one - other)
}

function combined(ones: number[], others: number[], combine: (one: number, other: number) => number): number[] {
  if (ones.length !== others.length) throw new Error('Figures can be compared only run by run')
  return ones.map((one, run) => combine(one, others[run] ?? NaN))
}

function isMet(figure: number, { atMost = Infinity, atLeast = -Infinity }: Goal): boolean {
  return figure <= atMost && figure >= atLeast
}

function rounded(figure: number): number {
  return Number(figure.toPrecision(4))
}
