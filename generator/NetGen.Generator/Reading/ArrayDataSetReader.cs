using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Specification;

namespace NetGen.Generator.Reading;

/// <summary>Reads what an expression <c>new ArrayDataSet(…)</c> says of the set: its shape and classes where they are constants.</summary>
internal static class ArrayDataSetReader
{
    /// <summary>
    /// What is known of the set that an operation makes; null where it makes another. Sizes and classes that only the run knows are left
    /// open.
    /// </summary>
    public static DataSetSpec? Read(IOperation? origin)
    {
        if (origin is not IObjectCreationOperation { Type: INamedTypeSymbol type, Constructor: { } constructor } creation
            || !TypeNames.IsOurs(type, "ArrayDataSet"))
            return null;
        bool hasClasses = constructor.Parameters.Any(parameter => parameter.Name == "classes");
        bool hasTargets = constructor.Parameters.Any(parameter => parameter.Name == "targets");
        DataSetLabels labels = hasClasses ? DataSetLabels.Classes : hasTargets ? DataSetLabels.Target : DataSetLabels.None;
        bool hasTokens = constructor.Parameters.Any(parameter => parameter.Name == "vocabulary");
        EquatableArray<long> shape = hasTokens
            ? Constant(creation, "steps") is > 0 and int steps ? EquatableArray.Of((long)steps) : EquatableArray<long>.Empty
            : Shape(Argument(creation, "shape"));
        long classes = Constant(creation, "classes") ?? 0;
        return new DataSetSpec(
            TypeNames.Key(type), type.Name, shape, ChannelsLength: false, labels, classes, LabelSpacing.Sample, EquatableArray<long>.Empty)
        {
            IsOfArrays = true,

            // Of tokens that only the run counts, one is known to be there.
            Vocabulary = !hasTokens ? 0 : Constant(creation, "vocabulary") is > 0 and int vocabulary ? vocabulary : 1,
        };
    }

    private static int? Constant(IObjectCreationOperation creation, string name) =>
        Argument(creation, name)?.ConstantValue is { HasValue: true, Value: int value } ? value : null;

    private static IOperation? Argument(IObjectCreationOperation creation, string name) =>
        creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

    private static EquatableArray<long> Shape(IOperation? argument)
    {
        while (argument is IConversionOperation conversion)
            argument = conversion.Operand;
        IEnumerable<IOperation> elements = argument switch
        {
            ICollectionExpressionOperation list => list.Elements,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            _ => [],
        };
        long[] sizes = [.. elements.Select(element => element.ConstantValue is { HasValue: true, Value: int size } ? (long)size : 0)];
        return sizes.Length is 1 or 2 or 3 && sizes.All(size => size >= 1) ? sizes.ToEquatableArray() : EquatableArray<long>.Empty;
    }
}
