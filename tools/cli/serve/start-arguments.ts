export interface StartOptions {
  port?: number
  live?: string
}

/** The arguments for Node that start the server of the page, with tsx, which is no part of Node. */
export function startArguments({ port, live }: StartOptions): string[] {
  return [
    '--import',
    'tsx',
    'tools/build/start.ts',
    ...(port === undefined ? [] : ['--port', String(port)]),
    ...(live === undefined ? [] : ['--live', live])
  ]
}
