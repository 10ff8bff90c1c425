import type { Check } from './finding'
import { presetDefaults } from './preset-defaults'
import { presetMappings } from './preset-mappings'
import { presetTargets } from './preset-targets'
import { requiredFields } from './required-fields'
import { texts } from './texts'
import { triggers } from './triggers'

const CHECKS = [presetTargets, triggers, texts, requiredFields, presetDefaults, presetMappings]

/** All checks that need only the definition and example events. */
export const checkDefinition: Check = (definition, examples) => CHECKS.flatMap((check) => check(definition, examples))
