/** The entry of the browser bundle, which is called as Segment's `remotePlugins` call it: the factory alone. */
export { default } from './destinations/inmoment'
