// Traces that .NET's interpreter compiles (the jiterpreter of .NET 10) compute wrong sums in NetGen's kernels: see the README. Without
// them the page computes what the native program does, bit for bit.
Blazor.start({
    configureRuntime: dotnet => dotnet.withRuntimeOptions(["--no-jiterpreter-traces-enabled"]),
});
