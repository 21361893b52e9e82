using System.Globalization;

namespace NetGen.Execution.Tests.Golden;

/// <summary>An attribute as it is written in C#: <c>Conv2d(64, 3, Stride = 2, Name = "conv")</c>.</summary>
internal sealed class AttributeText(string kind)
{
    private readonly List<string> positional = [];
    private readonly List<string> named = [];

    public AttributeText With(int value)
    {
        positional.Add(Text(value));
        return this;
    }

    public AttributeText With(IEnumerable<int> values)
    {
        positional.AddRange(values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
        return this;
    }

    /// <summary>A number without a name; none where it is null.</summary>
    public AttributeText With(double? value)
    {
        if (value is { } number)
            positional.Add(Text(number));
        return this;
    }

    /// <summary>A property; none where the value is null, so that the language's default is tried.</summary>
    public AttributeText Set(string property, object? value)
    {
        if (value is not null)
            named.Add($"{property} = {Text(value)}");
        return this;
    }

    /// <summary>One number for both directions, or one each.</summary>
    public AttributeText SetPair(string property, int[]? pair) => pair switch
    {
        null => this,
        [int both] => Set(property, both),
        [int height, int width] => Set(property + "Height", height).Set(property + "Width", width),
        _ => throw new UnsupportedModuleException($"{kind} with {pair.Length} numbers for {property}"),
    };

    public override string ToString()
    {
        string arguments = string.Join(", ", positional.Concat(named));
        return arguments.Length == 0 ? kind : $"{kind}({arguments})";
    }

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        double[] numbers => $"new double[] {{ {string.Join(", ", numbers.Select(number => Text(number)))} }}",
        Verbatim verbatim => verbatim.Text,
        string text => $"\"{text}\"",
        _ => throw new ArgumentException($"no literal for a {value.GetType().Name}", nameof(value)),
    };
}

/// <summary>A piece of C# that is written as it is: an enum member.</summary>
internal sealed record Verbatim(string Text);
