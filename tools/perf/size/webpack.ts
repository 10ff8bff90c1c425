import { join } from 'node:path'
import TerserPlugin from 'terser-webpack-plugin'
import webpack, { type Configuration, type Stats } from 'webpack'
import { leanRuntime } from '../../build/lean-runtime'
import { ROOT } from '../../project'

/**
 * A configuration like Segment's, with ts-loader, terser and a module in place of Liquid:
 * https://github.com/segmentio/action-destinations/blob/main/packages/browser-destinations/webpack.config.js
 */
export const SEGMENT_LIKE = {
  mode: 'production',
  context: ROOT,
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: 'ts-loader',
        // The project's tsconfig.json is only for type checks, which write no files.
        options: {
          transpileOnly: true,
          configFile: join(ROOT, 'tsconfig.json'),
          compilerOptions: { noEmit: false }
        }
      }
    ]
  },
  resolve: {
    extensions: ['.ts', '.js'],
    mainFields: ['module', 'browser', 'main'],
    alias: { liquidjs: leanRuntime.liquidjs }
  },
  optimization: {
    moduleIds: 'deterministic',
    minimizer: [
      new TerserPlugin({
        extractComments: false,
        terserOptions: { ecma: 2015, mangle: true, compress: true, format: { comments: false } }
      })
    ]
  }
} satisfies Configuration

export function runWebpack(config: Configuration): Promise<Stats> {
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (stats && !stats.hasErrors()) resolve(stats)
      else reject(error ?? new Error(stats?.toString('errors-only')))
    })
  })
}
