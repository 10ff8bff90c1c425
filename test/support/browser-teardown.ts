import { running } from './running-tester'

export default async function tearDown(): Promise<void> {
  await running.demo?.stop()
}
