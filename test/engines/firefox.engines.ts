import { describeEngine } from './support/describe-engine'

describeEngine('Firefox')
