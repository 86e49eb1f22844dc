module.exports = { kind: "commonjs", isModule: require.main !== module };
