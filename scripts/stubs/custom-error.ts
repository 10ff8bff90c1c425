/** Stands in for the package ts-custom-error, which also serves browsers without classes. */
export class CustomError extends Error {}
