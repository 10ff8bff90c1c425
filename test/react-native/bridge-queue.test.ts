import { BridgeQueue } from '../../src/react-native/bridge-queue'
import { pass, useFakeTime } from './support/time'

useFakeTime()

it('runs a task immediately', () => {
  const task = jest.fn()
  void new BridgeQueue().run(task)
  expect(task).toHaveBeenCalledTimes(1)
})

it('runs one task after the other', async () => {
  const queue = new BridgeQueue()
  const done: string[] = []
  const run = (name: string, duration: number) =>
    queue.run(async () => {
      await new Promise((resolve) => setTimeout(resolve, duration))
      done.push(name)
    })
  void run('first', 100)
  void run('second', 10)
  void queue.run(() => done.push('third'))
  await pass(200)
  expect(done).toEqual(['first', 'second', 'third'])
})

it('resolves to the result, rejects if the task does, and continues after an error', async () => {
  const queue = new BridgeQueue()
  const throwError = () => {
    throw new Error('Broken')
  }
  const results = [queue.run(throwError), queue.run(() => Promise.reject(new Error('Broken'))), queue.run(() => 1)]
  const settled = await Promise.allSettled(results)
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
  expect(await results[2]).toBe(1)
})

it('waits a quarter of a second after a survey request', async () => {
  const queue = new BridgeQueue()
  queue.pause()
  const task = jest.fn()
  void queue.run(task)
  await pass(249)
  expect(task).not.toHaveBeenCalled()
  await pass(1)
  expect(task).toHaveBeenCalledTimes(1)
  // And not again.
  await queue.run(task)
  expect(task).toHaveBeenCalledTimes(2)
})

it('waits no longer if the clock is set back', async () => {
  const queue = new BridgeQueue()
  queue.pause()
  jest.setSystemTime(Date.now() - 3_600_000)
  const task = jest.fn()
  void queue.run(task)
  await pass(250)
  expect(task).toHaveBeenCalledTimes(1)
})
