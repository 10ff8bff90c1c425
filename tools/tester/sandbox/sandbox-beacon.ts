import type { Wootric, WootricSurvey } from '../../../src/destinations/inmoment/wootric/types'
import { createSurveyRunner } from './survey-runner'

const runner = createSurveyRunner()

const wootric: Wootric = (command) => {
  // `page` and `group` only send data for Targeted Sampling to InMoment's server.
  if (command === 'run') runner.run()
}

const survey: WootricSurvey = {
  run: (settings) => runner.run(settings),
  stop: () => runner.stop(),
  version: () => 'sandbox'
}

window.wootric = wootric
window.WootricSurvey = survey
