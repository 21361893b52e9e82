using System.Globalization;
using NetGen.Mutations;
using NetGen.Mutations.Kinds;
using NetGen.Mutations.Processes;
using NetGen.Mutations.Training;

if (args is [ReadingProcess.Argument, var folder, var names, var first, var end])
    return Read(folder, names, long.Parse(first, CultureInfo.InvariantCulture), long.Parse(end, CultureInfo.InvariantCulture));
if (args is [LongTraining.Argument, var checkpoints, var result, var epochs, var threads])
{
    LongTraining.Run(
        checkpoints, result, int.Parse(epochs, CultureInfo.InvariantCulture), int.Parse(threads, CultureInfo.InvariantCulture),
        Console.Out);
    return 0;
}

try
{
    if (args is ["--kill", var times])
        return Kill(MutationOptions.Number("--kill", times, least: 1));
    return Watch(MutationOptions.Parse(args));
}
catch (ArgumentException error)
{
    Console.Error.WriteLine($"{error.Message}\n\n{MutationOptions.Usage}");
    return 2;
}

static int Read(string folder, string names, long first, long end)
{
    FileKind[] kinds = [.. names.Split(',').Select(name => FileKinds.Create(name, folder))];
    var reader = new MutationReader(Console.Out, folder, kinds);
    reader.RequireValid();
    reader.Run(first, end);
    return 0;
}

static int Watch(MutationOptions options)
{
    var watchdog = new Watchdog(options.Kinds, Console.WriteLine);
    long end = options.First + options.Count, each = (options.Count + options.Processes - 1) / options.Processes;
    Parallel.For(0, options.Processes, new ParallelOptions { MaxDegreeOfParallelism = options.Processes }, part =>
    {
        long begin = options.First + (part * each);
        watchdog.Run(begin, Math.Min(end, begin + each));
    });
    foreach ((string kind, (long read, long refused)) in watchdog.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {read} read, {refused} refused"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Count} files, {watchdog.Finds} finds"));
    return watchdog.Finds == 0 ? 0 : 1;
}

static int Kill(long times)
{
    var training = new KilledTraining(Console.WriteLine);
    bool isSame = training.IsSame((int)Math.Min(times, 1000), Environment.ProcessId);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"killed {times} times, {training.InsideWrites} times inside a write: the weights are {(isSame ? "the same" : "others")}"));
    return isSame ? 0 : 1;
}
