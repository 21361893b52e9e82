using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.Generator.Tests.Language;

/// <summary>
/// An option has the same meaning where it is left out as where its attribute's default is stated: the default that the editor shows is
/// the one that the compiler falls back to.
/// </summary>
public class AttributeDefaultTests
{
    /// <summary>What an attribute needs besides the arguments of its constructor.</summary>
    private static readonly Dictionary<string, string> Needed = new()
    {
        ["Upsample"] = "ScaleFactor = 2", ["Mean"] = "Axis = 0", ["Sum"] = "Axis = 0", ["Max"] = "Axis = 0", ["ZeroPad"] = "Axis = 0",
        ["SelfAttention"] = "Heads = 2", ["Attention"] = "Heads = 2",
    };

    /// <summary>Where a number has no value that means "not stated", its default is another than each that can be stated.</summary>
    private static readonly string[] WithoutCounterpart =
    [
        "Softmax.Axis", "LogSoftmax.Axis", "Upsample.ScaleFactor", "Upsample.ScaleFactorHeight", "Upsample.ScaleFactorWidth",
        "Mean.AxisTo", "Sum.AxisTo", "Max.AxisTo", "Transpose.Axes", "Softmin.Axis", "GLU.Axis", "Embedding.PaddingIndex",
    ];

    public static TheoryData<string> Kinds =>
        [.. LayerCatalog.All.Select(layer => layer.Kind), .. LossCatalog.All.Select(loss => loss.Kind)];

    [Theory, MemberData(nameof(Kinds))]
    public void A_default_that_is_stated_changes_nothing(string kind)
    {
        Type attribute = typeof(Network).Assembly.GetType($"NetGen.{kind}Attribute")
            ?? typeof(Network).Assembly.GetType($"NetGen.{kind}")
            ?? typeof(Network).Assembly.GetType($"NetGen.{kind}Attribute`1")?.MakeGenericType(typeof(Identity))
            ?? typeof(Network).Assembly.GetType($"NetGen.{kind}Attribute`2")?.MakeGenericType(typeof(Identity), typeof(Identity))
            ?? throw new InvalidOperationException($"the library has no attribute {kind}");
        foreach ((string Plain, string Option, string Stated) use in Uses(attribute, kind))
        {
            (object plain, _) = Read(kind, use.Plain);
            (object stated, bool isWrong) = Read(kind, use.Stated);

            // 0 for "not stated" cannot be stated; every other default can.
            Assert.False(isWrong && !use.Option.EndsWith(" = 0", StringComparison.Ordinal), $"[{use.Stated}] is wrong");
            if (!isWrong)
                Assert.True(plain.Equals(stated), $"[{use.Plain}] is {plain}, but [{use.Stated}] is {stated}");
        }
    }

    [Fact]
    public void There_are_options_to_compare() =>
        Assert.True(Uses(typeof(Conv2dAttribute), "Conv2d").Count(use => !use.Option.EndsWith(" = 0", StringComparison.Ordinal)) >= 4);

    /// <summary>The attribute with what it needs, and with each option at its default.</summary>
    private static IEnumerable<(string Plain, string Option, string Stated)> Uses(Type attribute, string kind)
    {
        foreach (ConstructorInfo constructor in attribute.GetConstructors())
        {
            ParameterInfo[] parameters = constructor.GetParameters();
            string[] needed =
            [
                .. parameters.Where(parameter => !parameter.HasDefaultValue).Select(parameter => Literal(Sample(parameter.ParameterType))),
                .. Needed.Where(entry => entry.Key == kind).Select(entry => entry.Value),
            ];
            string written = attribute.IsGenericType
                ? $"{kind}<{string.Join(", ", attribute.GetGenericArguments().Select(_ => "Identity"))}>"
                : kind;
            string plain = $"{written}({string.Join(", ", needed)})";
            foreach (ParameterInfo optional in parameters)
            {
                if (optional is not { HasDefaultValue: true, DefaultValue: not null })
                    continue;
                string option = $"{optional.Name}: {Literal(optional.DefaultValue!)}";
                yield return (plain, option, $"{written}({string.Join(", ", [.. needed, option])})");
            }

            object made = constructor.Invoke(
                [.. parameters.Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : Sample(parameter.ParameterType))]);
            foreach (PropertyInfo property in attribute.GetProperties().Where(
                property =>
                    property.CanWrite && property.GetValue(made) is not null && !WithoutCounterpart.Contains($"{kind}.{property.Name}")))
            {
                string option = $"{property.Name} = {Literal(property.GetValue(made)!)}";
                yield return (plain, option, $"{written}({string.Join(", ", [.. needed, option])})");
            }
        }
    }

    private static object Sample(Type type) => type switch
    {
        _ when type == typeof(int) => 2,
        _ when type == typeof(double) => 0.5,
        _ when type == typeof(int[]) => new[] { 2, 3 },
        _ => throw new NotSupportedException($"no value of {type} to try"),
    };

    private static string Literal(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double.NaN => "double.NaN",
        string text => $"\"{text}\"",
        int[] list => string.Join(", ", list),
        Enum name => $"{name.GetType().Name}.{name}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static (object Read, bool IsWrong) Read(string kind, string use)
    {
        CSharpCompilation compilation = NetworkSource.Compilation($"[Network, Input(3, 9, 9), {use}] public partial class Net;");
        (NetworkSpec spec, _) = NetworkReader.Read(
            compilation.GetTypeByMetadataName("Net")!, compilation, isFinal: true, TestContext.Current.CancellationToken);
        ElementSpec element = spec.Elements.Single(found => found.Kind == kind);
        var report = new Report();
        var values = new AttributeValues(element, _ => null, new LayerReport(report, element, kind, ""));
        object read = LayerCatalog.Find(kind) is { } layer ? layer.Read(values) : LossCatalog.Find(kind)!.Read(values);
        return (read, values.IsWrong || report.HasErrors);
    }
}
