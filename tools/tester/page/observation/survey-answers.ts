import type { SurveyCallbacks } from '../../../../src/destinations/inmoment/wootric/types'
import { createLog } from './log'

export interface SurveyAnswer {
  callback: keyof SurveyCallbacks
  parameters: string
}

export const surveyAnswers = createLog<SurveyAnswer>()

export const surveyCallbacks: SurveyCallbacks = {
  after_eligible: (eligible) => surveyAnswers.add({ callback: 'after_eligible', parameters: String(eligible) }),
  after_show: () => surveyAnswers.add({ callback: 'after_show', parameters: '' }),
  after_response: (score, text) =>
    surveyAnswers.add({
      callback: 'after_response',
      parameters: text ? `${score}, ${JSON.stringify(text)}` : String(score)
    }),
  after_decline: () => surveyAnswers.add({ callback: 'after_decline', parameters: '' })
}
