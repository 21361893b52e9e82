using System.Globalization;
using NetGen.Benchmarks.CommandLine;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Models;

DateTime mainBegan = DateTime.UtcNow;

// The library that reads options takes longer to start than a network does; what the time to the first result measures goes past it.
if (args is ["first", "--model", string model, "--t0", string began]
    && ModelCatalog.Names.Contains(model)
    && long.TryParse(began, NumberStyles.None, CultureInfo.InvariantCulture, out long nanoseconds))
{
    return FirstResult.Run(ModelCatalog.Named(model), FirstResult.FromUnixNanoseconds(nanoseconds), mainBegan);
}

return BenchmarkProgram.Run(args, mainBegan);
