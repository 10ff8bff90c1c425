/** The factory for analytics.js. The build removes the parts of its definition that only Segment's app uses. */
export { default } from './destinations/inmoment'
