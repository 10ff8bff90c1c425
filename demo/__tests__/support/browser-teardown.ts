import { running } from './running-demo'

export default async function tearDown(): Promise<void> {
  await running.demo?.stop()
}
