using Microsoft.CodeAnalysis;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Specification;

namespace NetGen.Generator.Reading;

/// <summary>Reads what a data set's type states by [Sample], [Classes], [OneHot] and [Target].</summary>
internal static class DataSetReader
{
    /// <summary>Whether the type, or one that it derives from, is marked by [DataSet].</summary>
    public static bool IsDataSet(INamedTypeSymbol type) => Attributes(type).Any(attribute => Is(attribute, "DataSetAttribute"));

    /// <summary>Where the type, or one that it derives from, states its sample; null where that is not this project's source.</summary>
    public static Location? LocationOfSample(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        Attributes(type).FirstOrDefault(IsSample)?.ApplicationSyntaxReference is { } written
            && compilation.ContainsSyntaxTree(written.SyntaxTree)
            ? written.GetSyntax(cancellation).GetLocation()
            : null;

    /// <summary>The contract, or what is wrong with it.</summary>
    /// <param name="type">A data set.</param>
    /// <param name="exampleSizes">Sizes of a sample that are written where the type states none, to be changed by hand.</param>
    public static (DataSetSpec? DataSet, DataSetFault? Fault) Read(INamedTypeSymbol type, string exampleSizes = "1, 28, 28")
    {
        List<AttributeData> attributes = Attributes(type).ToList();
        if (attributes.FirstOrDefault(IsSample) is not { } sample)
        {
            AttributeData mark = attributes.First(attribute => Is(attribute, "DataSetAttribute"));
            return (null, new DataSetFault("it has no [Sample(…)]", (mark, FixKind.InsertAfter, $"Sample({exampleSizes})")));
        }

        List<AttributeData> samples = SamplesOf(type);
        var read = new List<SampleSpec>();
        foreach (AttributeData stated in samples)
        {
            (SampleSpec? input, DataSetFault? fault) = SampleOf(stated, isFirst: read.Count == 0);
            if (input is null)
                return (null, fault);
            if (read.Any(other => other.Name == input.Name))
                return (null, new DataSetFault($"two of its [Sample]s are called '{input.Name}'"));
            read.Add(input);
        }

        long[] sizes = [.. read[0].Sizes];
        if (type.TypeKind == TypeKind.Interface && Named(sample, "ChannelsLast") is true)
            return (null, new DataSetFault(
                "it is an interface, and ChannelsLast is looked for on the class that has the arrays",
                (sample, FixKind.Replace, $"Sample({string.Join(", ", sizes)})")));
        List<AttributeData> labels = Labels(type);
        if (labels.Count > 1)
            return (null, new DataSetFault(
                "it has more than one of [Classes], [OneHot] and [Target]",
                [.. labels.AsEnumerable().Reverse().Select(label => (label, FixKind.Remove, ""))]));
        var dataSet = new DataSetSpec(
            TypeNames.Key(type), type.Name, read[0].Sizes, read[0].ChannelsLength,
            DataSetLabels.None, 0, LabelSpacing.Sample, EquatableArray<long>.Empty, CountOf(attributes))
        {
            Vocabulary = read[0].Vocabulary,
            PaddingToken = read[0].PaddingToken,
            HasLengths = read[0].HasLengths,
            SampleName = read[0].Name,
            Others = read.Skip(1).ToEquatableArray(),
        };
        return labels.Count == 0 ? (dataSet, null) : WithLabels(dataSet, labels[0]);
    }

    /// <summary>What one [Sample] says, or what is wrong with it.</summary>
    private static (SampleSpec? Sample, DataSetFault? Fault) SampleOf(AttributeData sample, bool isFirst)
    {
        long[] sizes = Sizes(sample);
        if (!AreSizes(sizes))
            return (null, WrongSizes("Sample", sample, sizes));
        string name = Named(sample, "Name") as string ?? "";
        if (!isFirst && name.Length == 0)
            return (null, new DataSetFault(
                "each of its [Sample]s behind the first has a name", (sample, FixKind.SetArgument, "Name = \"label\"")));
        bool channelsLength = Named(sample, "Axes") is 1;
        if (channelsLength && sizes.Length != 2)
            return (null, new DataSetFault(
                "its [Sample] says that it is a signal, which has two sizes",
                (sample, FixKind.Replace, $"Sample({string.Join(", ", sizes)})")));
        int vocabulary = Named(sample, "Vocabulary") is int stated ? stated : 0;
        if (Named(sample, "Vocabulary") is not null && (vocabulary < 1 || sizes.Length != 1))
            return (null, new DataSetFault(vocabulary < 1
                ? $"its [Sample] states a vocabulary of {vocabulary}, and at least 1 token makes sense"
                : "its [Sample] states a vocabulary, and tokens have one size, the number of steps"));
        int? padding = Named(sample, "PaddingToken") is int token ? token : null;
        if (padding is not null && (padding < 0 || padding >= vocabulary))
            return (null, new DataSetFault(vocabulary == 0
                ? "its [Sample] states a padding token, and no vocabulary"
                : $"its [Sample] states the padding token {padding}, and the tokens are 0 to {vocabulary - 1}"));
        bool hasLengths = Named(sample, "Lengths") is true;
        if (hasLengths && (sizes.Length == 3 || (sizes.Length == 1 && vocabulary == 0)))
            return (null, new DataSetFault("its [Sample] states lengths, which steps have: a sequence, a signal or tokens"));
        return (
            new SampleSpec(name, sizes.ToEquatableArray(), channelsLength)
                { Vocabulary = vocabulary, PaddingToken = padding, HasLengths = hasLengths },
            null);
    }

    /// <summary>The samples of the type, or of the nearest one that it derives from and that states any.</summary>
    private static List<AttributeData> SamplesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            if (ancestor.GetAttributes().Where(IsSample).ToList() is { Count: > 0 } samples)
                return samples;
        return [];
    }

    private static (DataSetSpec? DataSet, DataSetFault? Fault) WithLabels(DataSetSpec dataSet, AttributeData label)
    {
        if (Is(label, "TargetAttribute"))
        {
            long[] sizes = Sizes(label);
            return AreSizes(sizes)
                ? (dataSet with { Labels = DataSetLabels.Target, Target = sizes.ToEquatableArray() }, null)
                : (null, WrongSizes("Target", label, sizes));
        }

        int classes = label.ConstructorArguments.Length > 0 && label.ConstructorArguments[0].Value is int count ? count : 0;
        if (classes < 2)
            return (null, new DataSetFault(
                $"it has {(classes == 1 ? "1 class" : $"{classes} classes")}, and at least 2 make sense",
                    (label, FixKind.ReplaceSizes, "2")));
        bool isOneHot = Is(label, "OneHotAttribute");
        LabelSpacing per = Named(label, "Per") is int spacing ? (LabelSpacing)spacing : LabelSpacing.Sample;
        return (dataSet with { Labels = isOneHot ? DataSetLabels.OneHot : DataSetLabels.Classes, Classes = classes, Per = per }, null);
    }

    private static bool AreSizes(long[] sizes) => sizes.Length is 1 or 2 or 3 && sizes.All(size => size >= 1);

    /// <summary>Four sizes are probably PyTorch's, the first of which is the batch; a size below 1 has a sign too many, or is 1.</summary>
    private static DataSetFault WrongSizes(string name, AttributeData attribute, long[] sizes)
    {
        long[] meant = [.. sizes.Skip(sizes.Length == 4 ? 1 : 0).Select(size => Math.Max(1, Math.Abs(size)))];
        string text = $"its [{name}({string.Join(", ", sizes)})] does not have one to three sizes of at least 1";
        return AreSizes(meant)
            ? new DataSetFault(text, (attribute, FixKind.ReplaceSizes, string.Join(", ", meant)))
            : new DataSetFault(text);
    }

    /// <summary>The labels of the type, or of the nearest one that it derives from and that states any.</summary>
    private static List<AttributeData> Labels(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            if (ancestor.GetAttributes().Where(IsLabel).ToList() is { Count: > 0 } labels)
                return labels;
        return [];
    }

    private static bool IsLabel(AttributeData attribute) =>
        Is(attribute, "ClassesAttribute") || Is(attribute, "OneHotAttribute") || Is(attribute, "TargetAttribute");

    private static bool IsSample(AttributeData attribute) => Is(attribute, "SampleAttribute");

    private static bool Is(AttributeData attribute, string name) => attribute.AttributeClass is { } type && TypeNames.IsOurs(type, name);

    private static IEnumerable<AttributeData> Attributes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            foreach (AttributeData attribute in ancestor.GetAttributes())
                yield return attribute;
    }

    private static long[] Sizes(AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0
            && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? [.. array.Values.Select(value => value.Value is int size ? (long)size : 0)]
            : [];

    private static long CountOf(List<AttributeData> attributes) =>
        attributes.FirstOrDefault(attribute => Is(attribute, "DataSetAttribute")) is { } mark && Named(mark, "Samples") is long samples
            ? samples : 0;

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not TypedConstantKind.Array } constant
            ? constant.Value
            : null;
}
