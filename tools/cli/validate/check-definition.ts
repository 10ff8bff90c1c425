import { checkPresetDefaults } from './check-preset-defaults'
import { checkPresetMappings } from './check-preset-mappings'
import { checkPresetTargets } from './check-preset-targets'
import { checkRequiredFields } from './check-required-fields'
import { checkTexts } from './check-texts'
import { checkTriggers } from './check-triggers'
import type { Check } from './definition-problem'

const CHECKS = [
  checkPresetTargets,
  checkTriggers,
  checkTexts,
  checkRequiredFields,
  checkPresetDefaults,
  checkPresetMappings
]

export const checkDefinition: Check = (definition, examples) => CHECKS.flatMap((check) => check(definition, examples))
