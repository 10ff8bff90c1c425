import GenerateMetadataPayload from './generate/metadata-payload'
import GenerateTypes from './generate/types'
import Validate from './validate'

export const COMMANDS = {
  'generate:metadata-payload': GenerateMetadataPayload,
  'generate:types': GenerateTypes,
  validate: Validate
}
