import type { Wootric, WootricSurvey } from '../../../src/destinations/inmoment/wootric/types'
import { createSurveyRunner } from './survey-runner'

const runner = createSurveyRunner()

const wootric: Wootric = (command) => {
  // What `page` and `group` pass on is for Targeted Sampling at InMoment's server: nothing shows on the page.
  if (command === 'run') runner.run()
}

const survey: WootricSurvey = {
  run: (settings) => runner.run(settings),
  stop: () => runner.stop(),
  version: () => 'sandbox'
}

window.wootric = wootric
window.WootricSurvey = survey
