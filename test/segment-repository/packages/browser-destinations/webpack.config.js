const { readdirSync } = require('fs')
const path = require('path')
const TerserPlugin = require('terser-webpack-plugin')
const webpack = require('webpack')

const folders = readdirSync(path.join(__dirname, 'destinations'))

/** One entry for each destination, and one chunk that they share. */
module.exports = {
  mode: 'production',
  context: __dirname,
  devtool: 'source-map',
  entry: Object.fromEntries(folders.map((folder) => [folder, `./destinations/${folder}/src/index.ts`])),
  output: {
    path: path.join(__dirname, 'dist/web'),
    filename: '[name]/[contenthash].js',
    chunkFilename: '[name]/[contenthash].js',
    publicPath: 'auto',
    library: '[name]Destination',
    libraryTarget: 'window',
    libraryExport: 'default'
  },
  module: {
    rules: [
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
      { test: /\.ts$/, loader: 'ts-loader', options: { configFile: 'tsconfig.build.json', transpileOnly: true } }
    ]
  },
  resolve: {
    extensions: ['.ts', '.js'],
    mainFields: ['exports', 'module', 'browser', 'main'],
    fallback: { vm: require.resolve('vm-browserify'), crypto: false },
    alias: { liquidjs: path.join(__dirname, 'liquid.stub.js') }
  },
  optimization: {
    moduleIds: 'deterministic',
    minimizer: [
      new TerserPlugin({
        extractComments: false,
        terserOptions: { ecma: '2015', mangle: true, compress: true, output: { comments: false } }
      })
    ]
  },
  plugins: [
    new webpack.DefinePlugin({ 'process.env.ASSET_ENV': JSON.stringify('production') }),
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })
  ]
}
