using NetGen.Runtime;

namespace NetGen.Data;

/// <summary>
/// Parts of data sets: to train on, to validate and to test. Where a set has statistics, as those of <see cref="CsvDataSet"/>, all parts
/// take those of the part that trains. The same seed gives the same parts on every machine.
/// </summary>
public static class DataSetSplits
{
    /// <summary>Splits a set in two, at random (scikit-learn's <c>train_test_split</c>).</summary>
    /// <param name="data">The set.</param>
    /// <param name="fraction">The part that trains, above 0 and below 1.</param>
    /// <param name="seed">Seeds the order.</param>
    /// <param name="stratified">Whether both parts have of each class what the set has.</param>
    /// <returns>The part that trains, and the other.</returns>
    /// <exception cref="ArgumentException">
    /// The fraction leaves a part without samples, or samples that are to be stratified have no class label.
    /// </exception>
    /// <exception cref="InvalidDataException">A category is none of the part that trains; the message names its line.</exception>
    public static (IDataSet Train, IDataSet Test) Split(this IDataSet data, double fraction, int seed, bool stratified = false) =>
        Two(Split(data, Both(fraction), seed, stratified));

    /// <summary>Splits a set in several parts, at random.</summary>
    /// <param name="data">The set.</param>
    /// <param name="fractions">The parts, such as 0.7, 0.15 and 0.15, at most 1 together; the first one trains.</param>
    /// <param name="seed">Seeds the order.</param>
    /// <param name="stratified">Whether all parts have of each class what the set has.</param>
    /// <returns>The parts.</returns>
    /// <exception cref="ArgumentException">
    /// A part would have no samples, or samples that are to be stratified have no class label.
    /// </exception>
    /// <exception cref="InvalidDataException">A category is none of the part that trains; the message names its line.</exception>
    public static IReadOnlyList<IDataSet> Split(this IDataSet data, ReadOnlySpan<double> fractions, int seed, bool stratified = false)
    {
        ArgumentNullException.ThrowIfNull(data);
        SplitParts.Require(fractions);
        int[] order = stratified ? SplitOrder.Stratified(data, seed) : SplitOrder.Shuffled(data.Count, seed);
        return Fitted(data, SplitParts.Of(order, fractions, data.Name));
    }

    /// <summary>
    /// Splits a set in two by time: the first samples train, those behind them test (scikit-learn's <c>TimeSeriesSplit</c>, once). Where a
    /// set has groups, as several series in one file, this holds within each.
    /// </summary>
    /// <param name="data">The set, its samples in the order of time.</param>
    /// <param name="fraction">The part that trains, above 0 and below 1.</param>
    /// <param name="gap">How many samples between the two are left out.</param>
    /// <returns>The part that trains, and the other.</returns>
    /// <exception cref="ArgumentException">A part would have no samples.</exception>
    /// <exception cref="InvalidDataException">A category is none of the part that trains; the message names its line.</exception>
    public static (IDataSet Train, IDataSet Test) SplitByTime(this IDataSet data, double fraction, int gap = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        SplitParts.Require(Both(fraction));
        int[][] series = data is IGroupedDataSet { HasGroups: true }
            ? SplitOrder.ByGroup(SplitOrder.GroupsOf(data), seed: 0)
            : [SampleIndices.All(data.Count)];
        var train = new List<int>();
        var test = new List<int>();
        foreach (int[] samples in series)
        {
            int end = (int)Math.Round(samples.Length * fraction);
            train.AddRange(samples.AsSpan(0, end));
            test.AddRange(samples.AsSpan(Math.Min(samples.Length, end + gap)));
        }

        // In the order of the file, whatever the groups.
        train.Sort();
        test.Sort();
        if (train.Count == 0 || test.Count == 0)
        {
            throw new ArgumentException(
                $"{data.Count} samples of '{data.Name}' give {train.Count} to train and {test.Count} to test; expected more samples.",
                nameof(fraction));
        }

        return Two(Fitted(data, [train.ToArray(), test.ToArray()]));
    }

    /// <summary>Splits a set in two so that the samples of a group lie in one part (scikit-learn's <c>GroupShuffleSplit</c>).</summary>
    /// <param name="data">A set with groups, as that of a CSV file with <see cref="CsvColumns.Group"/>.</param>
    /// <param name="fraction">About which part of the samples trains, above 0 and below 1.</param>
    /// <param name="seed">Seeds the order of the groups.</param>
    /// <returns>The part that trains, and the other.</returns>
    /// <exception cref="ArgumentException">Samples have no groups, or there is a single one.</exception>
    /// <exception cref="InvalidDataException">A category is none of the part that trains; the message names its line.</exception>
    public static (IDataSet Train, IDataSet Test) SplitByGroup(this IDataSet data, double fraction, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        return SplitByGroup(data, fraction, SplitOrder.GroupsOf(data), seed);
    }

    /// <summary>Splits a set in two so that the samples of a group lie in one part.</summary>
    /// <param name="data">The set.</param>
    /// <param name="fraction">About which part of the samples trains, above 0 and below 1.</param>
    /// <param name="groups">The group of each sample: equal numbers are a group.</param>
    /// <param name="seed">Seeds the order of the groups.</param>
    /// <returns>The part that trains, and the other.</returns>
    /// <exception cref="ArgumentException">There are more or fewer numbers than samples, or a single group.</exception>
    /// <exception cref="InvalidDataException">A category is none of the part that trains; the message names its line.</exception>
    public static (IDataSet Train, IDataSet Test) SplitByGroup(this IDataSet data, double fraction, ReadOnlySpan<int> groups, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        RequireGroups(data, groups);
        SplitParts.Require(Both(fraction));
        return Two(Fitted(data, SplitParts.Of(SplitOrder.ByGroup(groups, seed), Both(fraction), data.Name)));
    }

    /// <summary>
    /// Splits a set in folds, each of which validates once what the others train (scikit-learn's <c>KFold</c> and <c>StratifiedKFold</c>).
    /// </summary>
    /// <param name="data">The set.</param>
    /// <param name="folds">How many, at least 2.</param>
    /// <param name="seed">Seeds the order.</param>
    /// <param name="stratified">Whether each fold has of each class what the set has.</param>
    /// <returns>For each fold the others, that train, and the fold itself.</returns>
    /// <exception cref="ArgumentException">There are fewer samples than folds, or none with a class label to be stratified.</exception>
    /// <exception cref="InvalidDataException">A category is none of the part that trains; the message names its line.</exception>
    public static IReadOnlyList<(IDataSet Train, IDataSet Validation)> KFold(
        this IDataSet data, int folds, int seed, bool stratified = false)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        int[] order = stratified ? SplitOrder.Stratified(data, seed) : SplitOrder.Shuffled(data.Count, seed);
        return Folds(data, SplitParts.Of(order, Equal(folds), data.Name));
    }

    /// <summary>Splits a set in folds so that the samples of a group lie in one fold (scikit-learn's <c>GroupKFold</c>).</summary>
    /// <param name="data">A set with groups, as that of a CSV file with <see cref="CsvColumns.Group"/>.</param>
    /// <param name="folds">How many, at least 2.</param>
    /// <param name="seed">Seeds the order of the groups.</param>
    /// <returns>For each fold the others, that train, and the fold itself.</returns>
    /// <exception cref="ArgumentException">Samples have no groups, or there are fewer groups than folds.</exception>
    /// <exception cref="InvalidDataException">A category is none of the part that trains; the message names its line.</exception>
    public static IReadOnlyList<(IDataSet Train, IDataSet Validation)> KFoldByGroup(this IDataSet data, int folds, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        return Folds(data, SplitParts.Of(SplitOrder.ByGroup(SplitOrder.GroupsOf(data), seed), Equal(folds), data.Name));
    }

    /// <summary>Some samples of a set, in this order (PyTorch's <c>Subset</c>). Statistics stay as they are.</summary>
    /// <param name="data">The set.</param>
    /// <param name="indices">Which samples; one may come more than once.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    public static IDataSet Subset(this IDataSet data, ReadOnlySpan<int> indices)
    {
        ArgumentNullException.ThrowIfNull(data);
        SampleIndices.Require(indices, data.Count, data.Name);
        return new Subset(data, indices.ToArray());
    }

    /// <summary>Sets one after another as one (PyTorch's <c>ConcatDataset</c>).</summary>
    /// <param name="data">The first set, whose name and contract the result has.</param>
    /// <param name="others">The sets behind it.</param>
    /// <exception cref="ArgumentException">A set has another shape, other labels, or was prepared by other statistics.</exception>
    public static IDataSet Concat(this IDataSet data, params ReadOnlySpan<IDataSet> others)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (IDataSet other in others)
            ArgumentNullException.ThrowIfNull(other, nameof(others));
        return new ConcatDataSet([data, .. others]);
    }

    /// <summary>Computes all samples now and keeps them in memory. Inputs behind the first are copied as before.</summary>
    /// <param name="data">The set.</param>
    /// <exception cref="ArgumentException">The samples do not fit into an array.</exception>
    public static IDataSet Cached(this IDataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new CachedDataSet(data);
    }

    /// <summary>
    /// All samples, and of rarer classes as many again, drawn at random, as make them as frequent as the most frequent one (oversampling,
    /// imbalanced-learn's <c>RandomOverSampler</c>). It is for the part that trains: split first.
    /// </summary>
    /// <param name="data">A set with one class label a sample.</param>
    /// <param name="seed">Seeds the draws.</param>
    /// <exception cref="ArgumentException">Samples have no class label, or several.</exception>
    public static IDataSet Balanced(this IDataSet data, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        int[] labels = SplitOrder.LabelsOf(data);
        int[][] ofClasses = [.. Enumerable.Range(0, data.Classes).Select(_ => Array.Empty<int>())];
        foreach (IGrouping<int, int> group in SampleIndices.All(labels.Length).GroupBy(index => labels[index]))
            ofClasses[group.Key] = [.. group];
        int most = ofClasses.Max(samples => samples.Length);
        List<int> indices = [.. SampleIndices.All(labels.Length)];
        RandomStream random = SplitOrder.Random(seed);
        foreach (int[] samples in ofClasses)
        {
            for (int count = samples.Length; count > 0 && count < most; count++)
                indices.Add(samples[random.NextIndex(samples.Length)]);
        }

        return new Subset(data, indices.ToArray());
    }

    /// <summary>
    /// What the classes weigh in a loss so that each counts the same: samples / (classes · samples of the class), scikit-learn's
    /// <c>class_weight="balanced"</c>; 0 for a class without samples. The numbers are for <c>[CrossEntropy(Weight = [..])]</c>.
    /// </summary>
    /// <param name="data">A set with one class label a sample.</param>
    /// <returns>One weight for each class.</returns>
    /// <exception cref="ArgumentException">Samples have no class label, or several.</exception>
    public static float[] ClassWeights(this IDataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var counts = new long[data.Classes];
        foreach (int label in SplitOrder.LabelsOf(data))
            counts[label]++;
        return Array.ConvertAll(counts, count => count == 0 ? 0 : (float)(data.Count / ((double)data.Classes * count)));
    }

    /// <summary>A set prepared by what another one has learnt, as a test file by its training file.</summary>
    /// <param name="data">The set.</param>
    /// <param name="training">The set that trains.</param>
    /// <exception cref="ArgumentException">The other set has learnt nothing, or of another kind of data.</exception>
    /// <exception cref="InvalidDataException">A category is none of the part that trains; the message names its line.</exception>
    public static IDataSet PreparedAs(this IDataSet data, IDataSet training)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(training);
        IDataSet prepared = DataSetFitting.PreparedAs(data, DataSetFitting.PreparationOf(training)
            ?? throw new ArgumentException($"'{training.Name}' has learnt nothing that another set could take.", nameof(training)));
        DataSetFitting.Require(prepared);
        return prepared;
    }

    private static IReadOnlyList<IDataSet> Fitted(IDataSet data, ReadOnlyMemory<int>[] parts)
    {
        IDataSet fitted = DataSetFitting.FitTo(data, parts[0].Span);
        IDataSet[] subsets = [.. parts.Select(part => new Subset(fitted, part))];
        foreach (IDataSet subset in subsets)
            DataSetFitting.Require(subset);
        return subsets;
    }

    private static IReadOnlyList<(IDataSet Train, IDataSet Validation)> Folds(IDataSet data, ReadOnlyMemory<int>[] parts) =>
        [.. parts.Select((fold, index) => Two(Fitted(data, [AllBut(parts, index), fold])))];

    private static ReadOnlyMemory<int> AllBut(ReadOnlyMemory<int>[] parts, int index)
    {
        var all = new List<int>();
        for (int i = 0; i < parts.Length; i++)
        {
            if (i != index)
                all.AddRange(parts[i].Span);
        }

        return all.ToArray();
    }

    private static (IDataSet Train, IDataSet Test) Two(IReadOnlyList<IDataSet> parts) => (parts[0], parts[1]);

    private static double[] Both(double fraction) => [fraction, 1 - fraction];

    private static double[] Equal(int folds) => [.. Enumerable.Repeat(1.0 / folds, folds)];

    private static void RequireGroups(IDataSet data, ReadOnlySpan<int> groups)
    {
        if (groups.Length != data.Count)
        {
            throw new ArgumentException(
                $"There are {data.Count} samples and {groups.Length} groups; expected one for each.", nameof(groups));
        }
    }
}
