import { max, median, min } from 'simple-statistics'

/** Has either `atMost` or `atLeast`. */
export interface Goal {
  atMost?: number
  atLeast?: number
}

/** A measured value over all runs. */
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

/** Creates a figure with the median and the spread of the runs, rounded to four digits. */
export function createFigure(name: string, unit: string, runs: number[], goal?: Goal): Figure {
  const middle = median(runs)
  const figure = {
    name,
    unit,
    median: round(middle),
    lowest: round(min(runs)),
    highest: round(max(runs)),
    runs: runs.map(round)
  }
  return goal ? { ...figure, goal, isMet: isMet(middle, goal) } : figure
}

/** Divides the results of one variant by those of another, run by run. */
export function getRatios(results: number[], others: number[]): number[] {
  return combine(results, others, (result, other) => result / other)
}

/** Subtracts the results of one variant from those of another, run by run. */
export function getDifferences(results: number[], others: number[]): number[] {
  return combine(results, others, (result, other) => result - other)
}

function combine(results: number[], others: number[], calculate: (result: number, other: number) => number): number[] {
  if (results.length !== others.length) throw new Error('Cannot compare variants with different numbers of runs')
  return results.map((result, run) => calculate(result, others[run] ?? NaN))
}

function isMet(value: number, { atMost = Infinity, atLeast = -Infinity }: Goal): boolean {
  return value <= atMost && value >= atLeast
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
