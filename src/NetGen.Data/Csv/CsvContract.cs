using NetGen.Runtime;

namespace NetGen.Data;

/// <summary>What samples of columns are, compared with what [Sample], [Classes] and [Target] of the user's type state.</summary>
internal sealed class CsvContract
{
    private readonly string files;
    private readonly Type type;
    private readonly Dictionary<string, SampleAttribute> otherInputs = [];

    /// <param name="files">The files in messages.</param>
    /// <param name="type">The user's type.</param>
    /// <param name="preparation">What was learnt of the columns.</param>
    /// <exception cref="ArgumentException">
    /// The type states something else; the message names the file, and what each column makes.
    /// </exception>
    public CsvContract(string files, Type type, CsvPreparation preparation)
    {
        (this.files, this.type) = (files, type);
        int features = preparation.Features, steps = preparation.Steps;
        int[] numbers = preparation.Window is null ? [features] : preparation.IsChannelsLast ? [features, steps] : [steps, features];
        CsvPreparedColumn[] tokens = preparation.Tokens;
        Vocabulary = features > 0 ? 0 : tokens[0].Vocabulary;
        int[] made = features > 0 ? numbers : [steps];
        SampleSize = features > 0 ? features * steps : steps;
        Shape = DataSetShapes.OfType(type)?.Sizes ?? made;
        if (!Shape.AsSpan().SequenceEqual(made))
        {
            string what = features > 0
                ? $"{features} feature{(features == 1 ? "" : "s")}{(preparation.Window is null ? "" : $" of {steps} steps")}: "
                    + preparation.Widths
                : $"{steps} token{(steps == 1 ? "" : "s")} of '{tokens[0].Name}'";
            throw Refused(
                $"{type.Name} states [Sample({string.Join(", ", Shape)})]; expected [Sample({string.Join(", ", made)})], since its columns "
                    + $"make {what}.");
        }

        if (DataSetShapes.OfType(type) is { } first)
            RequireVocabulary(first, Vocabulary, features > 0 ? null : tokens[0]);
        foreach (CsvPreparedColumn token in features > 0 ? tokens : tokens[1..])
            otherInputs.Add(token.Name, Other(token, steps));
        RequireLabels(preparation);
    }

    public int SampleSize { get; }

    public int[] Shape { get; }

    /// <summary>The tokens of the first input; 0 where it is of numbers.</summary>
    public int Vocabulary { get; }

    public SampleAttribute? OtherInput(string name) => otherInputs.GetValueOrDefault(name);

    private SampleAttribute Other(CsvPreparedColumn token, int steps)
    {
        var made = new SampleAttribute(steps) { Name = token.Name, Vocabulary = token.Vocabulary };
        if (DataSetShapes.OfInput(type, token.Name) is not { } stated)
        {
            return DataSetShapes.OfType(type) is null ? made : throw Refused(
                $"'{token.Name}' of {type.Name} is an input of its own; expected "
                    + $"[Sample({steps}, Name = \"{token.Name}\", Vocabulary = {token.Vocabulary})] too.");
        }

        if (stated.Sizes is not [int size] || size != steps)
        {
            throw Refused(
                $"{type.Name} states '{token.Name}' as {ShapeText.Of(stated.Sizes)}; expected {ShapeText.Of([steps])}.");
        }

        RequireVocabulary(stated, token.Vocabulary, token);
        return stated;
    }

    private void RequireVocabulary(SampleAttribute stated, int made, CsvPreparedColumn? column)
    {
        if (made <= stated.Vocabulary && (made > 0 || stated.Vocabulary == 0))
            return;
        throw Refused(column is null
            ? $"{type.Name} states samples of tokens; its columns make numbers."
            : $"{type.Name} states Vocabulary = {stated.Vocabulary} for '{column.Name}'; expected at least {made}, since it "
                + $"has {column.Categories.Count} categories{(column.HasUnknown ? " and token 0 for what is unknown" : "")}.");
    }

    private void RequireLabels(CsvPreparation preparation)
    {
        int classes = preparation.ClassNames.Count;
        var stated = (ClassesAttribute?)Attribute.GetCustomAttribute(type, typeof(ClassesAttribute));
        if (stated is not null && stated.Count != classes)
        {
            throw Refused(classes == 0
                ? $"{type.Name} states [Classes({stated.Count})]; expected {nameof(CsvColumns)}.{nameof(CsvColumns.Label)} with a column."
                : $"{type.Name} states [Classes({stated.Count})]; the label has {classes}: {CsvReader.Listed(preparation.ClassNames)}.");
        }

        if (DataSetShapes.SizeOfTarget(type) is > 0 and int size && size != preparation.TargetSize)
        {
            string names = CsvReader.Listed(preparation.Targets.Select(column => column.Name));
            throw Refused(
                $"{type.Name} states targets of {size} numbers; its columns make {preparation.TargetSize}"
                    + $"{(names.Length == 0 ? "" : $" of {names}")}.");
        }
    }

    private ArgumentException Refused(string message) => new($"{files}: {message}");
}
