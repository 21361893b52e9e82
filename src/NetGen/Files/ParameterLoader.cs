namespace NetGen;

/// <summary>
/// Fills a network's parameters and running statistics from a safetensors file: all of them, or, where anything does not fit, none; or
/// those that fit. All tensors are read before any parameter changes.
/// </summary>
internal sealed class ParameterLoader
{
    private readonly Network network;
    private readonly string file;
    private readonly WeightNames table;
    private readonly HashSet<string> known;
    private readonly SafetensorsReader reader;
    private readonly StoredNames names;
    private readonly LoadPlan plan;

    private ParameterLoader(Network network, Stream stream, string file, WeightNames table)
    {
        (this.network, this.file, this.table) = (network, file, table);
        known = LoadPlan.NamesOf(network);
        reader = new SafetensorsReader(stream, file);
        names = new StoredNames(reader.Entries, table, table.Prefix, known);
        plan = new LoadPlan(network, names.Weights);
    }

    /// <exception cref="InvalidDataException">
    /// The file is damaged, or its tensors are not the network's; the message lists all that are missing, unexpected or mismatched.
    /// </exception>
    public static void Load(Network network, Stream stream, string file, WeightNames table)
    {
        var loader = new ParameterLoader(network, stream, file, table);
        loader.RequireWhole();
        (Parameter Tensor, float[] Values)[] values = loader.Values();
        (Parameter Tensor, long Count)[] counts = loader.Counts();
        loader.RequireWhole();

        // Old files have no batch counter; it starts at 0.
        foreach (Parameter counter in network.Statistics.Where(statistic => statistic.IsBatchCounter))
            counter.Batches = 0;
        Write(values, counts);
    }

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static LoadReport LoadMatching(Network network, Stream stream, string file, WeightNames table)
    {
        var loader = new ParameterLoader(network, stream, file, table);
        (Parameter Tensor, float[] Values)[] values = loader.Values();
        (Parameter Tensor, long Count)[] counts = loader.Counts();
        Write(values, counts);
        LoadPlan plan = loader.plan;
        return new LoadReport(
            [.. plan.Matches.Select(match => match.Tensor.Name)],
            [.. loader.BeginningNote(out _), .. plan.Faults, .. PatternNotes(plan, loader.names)], plan);
    }

    private static void Write((Parameter Tensor, float[] Values)[] values, (Parameter Tensor, long Count)[] counts)
    {
        foreach ((Parameter tensor, float[] numbers) in values)
            tensor.CopyFrom(numbers);
        foreach ((Parameter counter, long count) in counts)
            counter.Batches = count;
    }

    /// <summary>Patterns that match nothing, where something does not fit.</summary>
    private static IEnumerable<string> PatternNotes(LoadPlan plan, StoredNames stored) =>
        plan.IsWhole ? [] : stored.UnmatchedPatterns.Select(pattern => $"no name of the file matches '{pattern}'");

    private (Parameter Tensor, float[] Values)[] Values() =>
    [
        .. plan.Matches.Where(match => !match.Tensor.IsBatchCounter)
            .Select(match => (match.Tensor, ValuesOf(match.Tensor, match.Weights))),
    ];

    private (Parameter Tensor, long Count)[] Counts() =>
    [
        .. plan.Matches.Where(match => match.Tensor.IsBatchCounter)
            .Select(match => (match.Tensor, match.Weights[0].ReadCount(reader))),
    ];

    private float[] ValuesOf(Parameter tensor, JoinedWeight[] weights)
    {
        float[] first = weights[0].Read(reader, tensor);
        foreach (JoinedWeight other in weights.Skip(1))
            if (!other.Read(reader, tensor).AsSpan().SequenceEqual(first))
                plan.AddDifferent(other, weights[0]);
        return first;
    }

    private void RequireWhole()
    {
        if (plan.IsWhole)
            return;
        string[] note = [.. BeginningNote(out StoredNames best)];
        LoadPlan left = best == names ? plan : new LoadPlan(network, best.Weights);
        string faults = string.Join("; ", left.Faults.Concat(PatternNotes(left, best)));
        string behind = faults.Length == 0 || note.Length == 0 ? "" : best == names ? "; " : ". Without it: ";
        throw new InvalidDataException(
            $"'{file}' does not hold the tensors of {network.Name}; nothing was loaded. {string.Concat(note)}{behind}{faults}.");
    }

    /// <summary>What all or most names begin with, where that is why something does not fit.</summary>
    /// <param name="best">The names without it.</param>
    private IEnumerable<string> BeginningNote(out StoredNames best)
    {
        best = names;
        if (plan.IsWhole || Beginning(ref best) is not { } found)
            return [];
        string whose = found.IsOfAll ? "its names all begin with" : "most of its names begin with";
        string isAll = best == names ? ", and none is the network's"
            : new LoadPlan(network, best.Weights).IsWhole ? ", and are those of the network but for that"
            : "";
        string remedy = $"new {nameof(WeightNames)}(prefix: \"{table.Prefix}{found.Beginning}\") takes it away";
        return [$"{whose} '{found.Beginning}'{isAll}: {remedy}"];
    }

    /// <summary>
    /// The beginning without which most names are the network's; where no name is and none would be, the shortest that all have.
    /// </summary>
    private (string Beginning, bool IsOfAll)? Beginning(ref StoredNames best)
    {
        (string Beginning, bool IsOfAll)? found = null;
        foreach ((string Beginning, bool IsOfAll) candidate in names.Beginnings())
        {
            var without = new StoredNames(reader.Entries, table, table.Prefix + candidate.Beginning, known);
            if (without.KnownCount > best.KnownCount)
                (found, best) = (candidate, without);
        }

        if (found is null && best.KnownCount == 0)
        {
            foreach ((string Beginning, bool IsOfAll) candidate in names.Beginnings().Where(candidate => candidate.IsOfAll).Take(1))
                found = candidate;
        }

        return found;
    }
}
