/**
 * Stands in for the mapping kit's validation, which goes before each event. It refuses the same mappings, by a throw,
 * but names the directive alone: Segment's app has told the rest when the mapping was saved.
 */
export default function isValid(mapping: unknown): boolean {
  if (!isObject(mapping)) return true
  const keys = Object.keys(mapping)
  const [name] = keys.filter((key) => key.startsWith('@'))
  if (name === undefined) return Object.values(mapping).every(isValid)
  if (keys.every((key) => key === name || key === '_metadata') && CHECKS[name]?.(mapping[name])) return true
  throw new Error(`invalid directive: ${name}`)
}

/** Whether a directive can have the value. */
type Check = (value: unknown) => boolean

const isText = textLike(/^/)

const CHECKS: Record<string, Check> = {
  '@if': options({}),
  '@case': options({ operator: orNone(isText), value: orNone(isTextOrDirective) }),
  '@replace': options({
    pattern: textLike(/^[^]{1,10}$/),
    replacement: orNone(textLike(/^[^]{0,10}$/)),
    value: isTextOrDirective,
    ignorecase: orNone(isBoolean),
    global: orNone(isBoolean)
  }),
  '@arrayPath': (value) => Array.isArray(value) && isTextOrDirective(value[0]) && isValid(value[1]),
  '@path': isTextOrDirective,
  '@json': options({ value: isGiven, mode: textLike(/^(encode|decode)$/i) }),
  '@flatten': options({ value: isGiven, separator: orNone(isText) }),
  '@merge': options({
    objects: (value) => Array.isArray(value) && value.every((item) => isObject(item) && isValid(item)),
    direction: orNone(textLike(/^(left|right)$/i))
  }),
  '@template': isTextOrDirective,
  '@literal': isWhole,
  '@transform': options({ apply: isObject, mapping: isObject }),
  '@excludeWhenNull': isWhole,
  '@liquid': isText
}

/** An object with such options, and any others. */
function options(checks: Record<string, Check>): Check {
  return (value) =>
    isObject(value) &&
    !isDirective(value) &&
    isValid(value) &&
    Object.entries(checks).every(([key, check]) => check(value[key]))
}

function orNone(check: Check): Check {
  return (value) => value === undefined || check(value)
}

function textLike(pattern: RegExp): Check {
  return (value) => typeof value === 'string' && pattern.test(value)
}

function isTextOrDirective(value: unknown): boolean {
  return isText(value) || isDirective(value)
}

/** An object that is no directive is taken as it is, whatever is in it. */
function isWhole(value: unknown): boolean {
  return isDirective(value) || isGiven(value)
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean'
}

function isGiven(value: unknown): boolean {
  return value !== undefined
}

function isDirective(value: unknown): boolean {
  return isObject(value) && Object.keys(value).some((key) => key.startsWith('@')) && isValid(value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]'
}
