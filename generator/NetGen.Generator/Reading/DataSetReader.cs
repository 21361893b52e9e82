using Microsoft.CodeAnalysis;
using NetGen.Compiler.Specification;

namespace NetGen.Generator.Reading;

/// <summary>Reads what a data set's type states by [Sample], [Classes], [OneHot] and [Target].</summary>
internal static class DataSetReader
{
    /// <summary>Whether the type, or one that it derives from, is marked by [DataSet].</summary>
    public static bool IsDataSet(INamedTypeSymbol type) => Attributes(type).Any(attribute => Is(attribute, "DataSetAttribute"));

    /// <summary>The contract, or what is wrong with it: the end of the sentence "'Digits' cannot be an input: …".</summary>
    public static (DataSetSpec? DataSet, string Fault) Read(INamedTypeSymbol type)
    {
        List<AttributeData> attributes = Attributes(type).ToList();
        AttributeData? sample = attributes.FirstOrDefault(attribute => Is(attribute, "SampleAttribute"));
        if (sample is null)
            return (null, "it has no [Sample(…)]");
        long[] sizes = Sizes(sample);
        if (sizes.Length is 0 or > 3 || sizes.Any(size => size < 1))
            return (null, $"its [Sample({string.Join(", ", sizes)})] does not have one to three sizes of at least 1");
        bool channelsLength = Named(sample, "Axes") is 1;
        if (channelsLength && sizes.Length != 2)
            return (null, "its [Sample] says that it is a signal, which has two sizes");
        List<AttributeData> labels = attributes.Where(IsLabel).ToList();
        if (labels.Count > 1)
            return (null, "it has more than one of [Classes], [OneHot] and [Target]");
        var dataSet = new DataSetSpec(
            TypeNames.Key(type), type.Name, sizes.ToEquatableArray(), channelsLength,
            DataSetLabels.None, 0, LabelSpacing.Sample, EquatableArray<long>.Empty, SamplesOf(attributes));
        return labels.Count == 0 ? (dataSet, "") : WithLabels(dataSet, labels[0]);
    }

    private static (DataSetSpec? DataSet, string Fault) WithLabels(DataSetSpec dataSet, AttributeData label)
    {
        if (Is(label, "TargetAttribute"))
        {
            long[] sizes = Sizes(label);
            return sizes.Length is 0 or > 3 || sizes.Any(size => size < 1)
                ? (null, $"its [Target({string.Join(", ", sizes)})] does not have one to three sizes of at least 1")
                : (dataSet with { Labels = DataSetLabels.Target, Target = sizes.ToEquatableArray() }, "");
        }

        int classes = label.ConstructorArguments.Length > 0 && label.ConstructorArguments[0].Value is int count ? count : 0;
        if (classes < 2)
            return (null, $"it has {classes} classes, and at least 2 make sense");
        bool isOneHot = Is(label, "OneHotAttribute");
        LabelSpacing per = Named(label, "Per") is int spacing ? (LabelSpacing)spacing : LabelSpacing.Sample;
        return (dataSet with { Labels = isOneHot ? DataSetLabels.OneHot : DataSetLabels.Classes, Classes = classes, Per = per }, "");
    }

    private static bool IsLabel(AttributeData attribute) =>
        Is(attribute, "ClassesAttribute") || Is(attribute, "OneHotAttribute") || Is(attribute, "TargetAttribute");

    private static bool Is(AttributeData attribute, string name) => attribute.AttributeClass is { } type && TypeNames.IsOurs(type, name);

    private static IEnumerable<AttributeData> Attributes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            foreach (AttributeData attribute in ancestor.GetAttributes())
                yield return attribute;
    }

    private static long[] Sizes(AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? [.. array.Values.Select(value => value.Value is int size ? (long)size : 0)]
            : [];

    private static long SamplesOf(List<AttributeData> attributes) =>
        attributes.FirstOrDefault(attribute => Is(attribute, "DataSetAttribute")) is { } mark && Named(mark, "Samples") is long samples ? samples : 0;

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not TypedConstantKind.Array } constant
            ? constant.Value
            : null;
}
