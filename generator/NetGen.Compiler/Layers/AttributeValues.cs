using NetGen.Compiler.Collections;
using NetGen.Compiler.Language;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Layers;

/// <summary>
/// An attribute's arguments, worked out for one use. What is missing or of a wrong type is C#'s to report; what is out of
/// range is reported here, at the argument. After either, <see cref="IsWrong"/> says not to go on.
/// </summary>
internal sealed class AttributeValues
{
    private const double SmallestNormal = 1.17549435e-38;

    private readonly ElementSpec element;
    private readonly Func<string, ConstantValue?> valueOf;

    public AttributeValues(ElementSpec element, Func<string, ConstantValue?> valueOf, LayerReport report)
    {
        this.element = element;
        this.valueOf = valueOf;
        Report = report;
        foreach (ArgumentSpec argument in element.Arguments)
            if (argument.Name is { } name)
                report.Remember(name, argument.Site);
    }

    public LayerReport Report { get; }

    /// <summary>Whether an argument is missing or cannot be used.</summary>
    public bool IsWrong { get; private set; }

    /// <summary>The number of arguments without a name.</summary>
    public int PositionalCount => element.Arguments.Count(argument => argument.Name is null);

    public bool Has(string name) => Named(name) is not null;

    /// <summary>A size that must be given, by position or by its parameter's name.</summary>
    public int Size(int position, string parameter) => Sized(parameter, Required(position, parameter, ConstantType.Int), 1);

    /// <summary>A size with a default.</summary>
    public int Size(string name, int fallback) => Optional(name, ConstantType.Int) is { } value ? Sized(name, value, 1) : fallback;

    /// <summary>A size by position or by its parameter's name, with a default.</summary>
    public int Size(int position, string parameter, int fallback) =>
        Positional(position, parameter) is null ? fallback : Size(position, parameter);

    /// <summary>A number of things, 0 or more, that may be larger than an array can hold.</summary>
    public long? Count(string name)
    {
        if (Optional(name, ConstantType.Long) is not { } value)
            return null;
        if (value.Integer >= 0)
            return value.Integer;
        Wrong(name, value.Integer, "it is at least 0");
        return null;
    }

    public int? OptionalSize(string name) => Optional(name, ConstantType.Int) is { } value ? Sized(name, value, 1) : null;

    /// <summary>A number of rows: 0 or more, or Pad.Same.</summary>
    public int Padding(string name, int fallback)
    {
        if (Optional(name, ConstantType.Int) is not { } value)
            return fallback;
        return value.Integer == Layers.WindowAxis.Same ? Layers.WindowAxis.Same : AtLeast(name, value, 0, "a padding is at least 0");
    }

    /// <summary>An axis of the sample, from 0 or, when negative, from the end.</summary>
    public int? Axis(string name, int rank)
    {
        if (Optional(name, ConstantType.Int) is not { } value)
            return null;
        long axis = value.Integer < 0 ? value.Integer + rank : value.Integer;
        if (axis >= 0 && axis < rank)
            return (int)axis;
        Wrong(name, value, $"the shape here has {rank} {(rank == 1 ? "axis" : "axes")}, numbered {-rank} to {rank - 1}");
        return null;
    }

    public int Integer(string name, int fallback) => Optional(name, ConstantType.Int) is { } value ? (int)value.Integer : fallback;

    public double Number(string name, double fallback) =>
        Optional(name, ConstantType.Double) is { } value ? Checked(name, value) ?? fallback : fallback;

    /// <summary>The numbers of an array, or null where none is written.</summary>
    public EquatableArray<double>? Numbers(string name)
    {
        if (Named(name) is not { } argument)
            return null;
        if (argument.Value is not ListConstant list)
        {
            IsWrong = true;
            return null;
        }

        var numbers = new List<double>();
        foreach (ConstantExpression element in list.Elements)
            if (Evaluate(argument with { Value = element }, name, ConstantType.Double) is { } value)
                numbers.Add(Checked(name, value) ?? 0);
        return numbers.ToEquatableArray();
    }

    /// <summary>A number by position or by its parameter's name, with a default.</summary>
    public double Number(int position, string parameter, double fallback)
    {
        if (Positional(position, parameter) is null)
            return fallback;
        return Required(position, parameter, ConstantType.Double) is { } value ? Checked(parameter, value) ?? fallback : fallback;
    }

    /// <summary>A whole number by position or by its parameter's name, with a default.</summary>
    public int Integer(int position, string parameter, int fallback)
    {
        if (Positional(position, parameter) is null)
            return fallback;
        return Required(position, parameter, ConstantType.Int) is { } value ? (int)value.Integer : fallback;
    }

    /// <summary>A value of any type by position or by its parameter's name, or null where none is written.</summary>
    public ConstantValue? Value(int position, string parameter) =>
        Positional(position, parameter) is { } argument ? Evaluate(argument, parameter, type: null) : null;

    public bool Flag(string name, bool fallback) => Optional(name, ConstantType.Bool) is { } value ? value.IsTrue : fallback;

    public string Text(string name, string fallback) => Optional(name, ConstantType.String) is { } value ? value.Text : fallback;

    /// <summary>A text by position or by its parameter's name, with a default.</summary>
    public string Text(int position, string parameter, string fallback)
    {
        if (Positional(position, parameter) is null)
            return fallback;
        return Required(position, parameter, ConstantType.String) is { } value ? value.Text : fallback;
    }

    /// <summary>Whole numbers without a name, as [Input(1, 28, 28)] has them.</summary>
    public IReadOnlyList<long> Integers()
    {
        var sizes = new List<long>();
        foreach (ArgumentSpec argument in element.Arguments)
            if (argument.Name is null && Evaluate(argument, "size " + sizes.Count, ConstantType.Int) is { } value)
                sizes.Add(value.Integer);
        return sizes;
    }

    /// <summary>Reports an argument and marks the attribute as one that cannot be used.</summary>
    /// <param name="argument">The option.</param>
    /// <param name="value">Its value.</param>
    /// <param name="expected">What would be right.</param>
    /// <param name="nearest">A value that is right and probably meant, or "".</param>
    public void Wrong(string argument, object value, string expected, string nearest = "")
    {
        Report.Value(argument, value, expected, nearest);
        IsWrong = true;
    }

    /// <summary>Reports an option that must be written and is not, and marks the attribute as one that cannot be used.</summary>
    /// <param name="argument">The option.</param>
    /// <param name="expected">What it is needed for.</param>
    /// <param name="suggestion">The option as it may be meant, "ScaleFactor = 2".</param>
    public void Missing(string argument, string expected, string suggestion)
    {
        Report.Missing(argument, expected, suggestion);
        IsWrong = true;
    }

    private ConstantValue? Optional(string name, ConstantType type) => Named(name) is { } argument ? Evaluate(argument, name, type) : null;

    private ArgumentSpec? Named(string name)
    {
        foreach (ArgumentSpec argument in element.Arguments)
            if (string.Equals(argument.Name, name, StringComparison.OrdinalIgnoreCase))
                return argument;
        return null;
    }

    private ArgumentSpec? Positional(int position, string parameter)
    {
        if (Named(parameter) is { } named)
            return named;
        int index = 0;
        foreach (ArgumentSpec argument in element.Arguments)
            if (argument.Name is null && index++ == position)
                return argument;
        return null;
    }

    private ConstantValue? Required(int position, string parameter, ConstantType type)
    {
        if (Positional(position, parameter) is { } argument)
            return Evaluate(argument, parameter, type);
        IsWrong = true;
        return null;
    }

    /// <summary>The value where it has the type, or null of any type; a wrong type is C#'s to report.</summary>
    private ConstantValue? Evaluate(ArgumentSpec argument, string name, ConstantType? type)
    {
        Report.Remember(name, argument.Site);
        try
        {
            if (ConstantEvaluator.Evaluate(argument.Value, valueOf) is { } value && Fits(value, type))
                return value;
        }
        catch (ConstantException exception)
        {
            Report.WithoutValue(name, argument.Site, exception.Message);
        }

        IsWrong = true;
        return null;
    }

    private static bool Fits(ConstantValue value, ConstantType? type) => type switch
    {
        null => true,
        ConstantType.Int or ConstantType.Long => value.IsInteger,
        ConstantType.Double => value.IsNumber,
        _ => value.Type == type,
    };

    private int Sized(string name, ConstantValue? value, int least)
    {
        if (value is not { } size)
            return least;
        if (size.Integer >= least && size.Integer <= int.MaxValue)
            return (int)size.Integer;
        Report.SizeNotPositive(name, size.Integer);
        IsWrong = true;
        return least;
    }

    private int AtLeast(string name, ConstantValue value, int least, string expected)
    {
        if (value.Integer >= least)
            return (int)value.Integer;
        Wrong(name, value, expected);
        return least;
    }

    private double? Checked(string name, ConstantValue value)
    {
        // Kernels compute in floats, and with reciprocals of some options: a value beyond their range becomes infinity, or a division by 0.
        double number = value.AsDouble;
        if (double.IsNaN(number) || double.IsInfinity(number))
            Wrong(name, value, "it must be a finite number");
        else if (Math.Abs(number) > float.MaxValue)
            Wrong(name, value, "it must be a float, at most 3.4028235E+38");
        else if (number != 0 && Math.Abs(number) < SmallestNormal)
            Wrong(name, value, "it must be a float, 0 or at least 1.1754944E-38");
        else
            return number;
        return null;
    }
}
