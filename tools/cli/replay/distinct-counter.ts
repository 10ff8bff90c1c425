import { hashText } from './hash-text'

/** The base-2 logarithm of the number of registers. The standard error is 1.6 %. */
const PRECISION = 12
const REGISTERS = 2 ** PRECISION

/**
 * Estimates a number of distinct IDs in 4 KB (HyperLogLog with linear counting for small numbers,
 * https://algo.inria.fr/flajolet/Publications/FlFuGaMe07.pdf). Counters of parts of a recording can be merged.
 */
export class DistinctCounter {
  private readonly registers: Uint8Array

  /** `encoded` is a counter from {@link encode}. */
  constructor(encoded?: string) {
    const decoded = Buffer.from(encoded ?? '', 'base64')
    this.registers = decoded.length === REGISTERS ? new Uint8Array(decoded) : new Uint8Array(REGISTERS)
  }

  add(id: string): void {
    const register = hashText(id) >>> (32 - PRECISION)
    // The position of the first 1 in another hash.
    const rank = Math.clz32(hashText(id, 1)) + 1
    if (rank > (this.registers[register] ?? 0)) this.registers[register] = rank
  }

  merge(other: DistinctCounter): void {
    other.registers.forEach((rank, register) => {
      this.registers[register] = Math.max(this.registers[register] ?? 0, rank)
    })
  }

  estimate(): number {
    const empty = this.registers.filter((rank) => rank === 0).length
    const sum = this.registers.reduce((total, rank) => total + 2 ** -rank, 0)
    const estimate = ((0.7213 / (1 + 1.079 / REGISTERS)) * REGISTERS * REGISTERS) / sum
    const isSmall = estimate <= 2.5 * REGISTERS && empty > 0
    return Math.round(isSmall ? REGISTERS * Math.log(REGISTERS / empty) : estimate)
  }

  encode(): string {
    return Buffer.from(this.registers).toString('base64')
  }
}
