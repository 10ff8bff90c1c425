import BuildTester from './build-tester'
import Export from './export'
import GenerateMetadataPayload from './generate-metadata-payload'
import GenerateTypes from './generate-types'
import Help from './help'
import ListRequiredFields from './list-required-fields'
import Replay from './replay'
import Serve from './serve'
import Validate from './validate'

export const COMMANDS = {
  'build:tester': BuildTester,
  export: Export,
  'generate:metadata-payload': GenerateMetadataPayload,
  'generate:types': GenerateTypes,
  help: Help,
  'list-required-fields': ListRequiredFields,
  replay: Replay,
  serve: Serve,
  validate: Validate
}
