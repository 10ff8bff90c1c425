export { ROOT } from '../project'
