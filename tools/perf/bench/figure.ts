import { max, median, min } from 'simple-statistics'

/** What a figure has to keep to: `atMost` or `atLeast`. */
export interface Goal {
  atMost?: number
  atLeast?: number
}

/** What was measured, over all runs. */
export interface Figure {
  name: string
  unit: string
  median: number
  lowest: number
  highest: number
  runs: number[]
  goal?: Goal
  /** Whether the median keeps to the goal. */
  isMet?: boolean
}

/** The median of the runs and their spread, rounded to four digits, held against the goal where there is one. */
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

/** The figures of one contender over those of another, run by run. */
export function ratios(ones: number[], others: number[]): number[] {
  return combined(ones, others, (one, other) => one / other)
}

/** What is between the figures of two contenders, run by run. */
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
