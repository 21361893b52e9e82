using System.Globalization;

namespace NetGen.Compiler.Language;

/// <summary>A value of C#'s constant expressions. Only the field of its type counts; the others have their defaults.</summary>
internal readonly record struct ConstantValue(ConstantType Type, long Integer, double Number, string Text)
{
    public static ConstantValue Of(int value) => new(ConstantType.Int, value, 0, "");

    public static ConstantValue Of(long value) => new(ConstantType.Long, value, 0, "");

    public static ConstantValue Of(double value) => new(ConstantType.Double, 0, value, "");

    public static ConstantValue Of(bool value) => new(ConstantType.Bool, value ? 1 : 0, 0, "");

    public static ConstantValue Of(string value) => new(ConstantType.String, 0, 0, value);

    public bool IsInteger => Type is ConstantType.Int or ConstantType.Long;

    public bool IsNumber => IsInteger || Type == ConstantType.Double;

    public bool IsTrue => Type == ConstantType.Bool && Integer != 0;

    public double AsDouble => Type == ConstantType.Double ? Number : Integer;

    public override string ToString() => Type switch
    {
        ConstantType.Bool => IsTrue ? "true" : "false",
        ConstantType.String => "\"" + Text + "\"",
        ConstantType.Double => Number.ToString("R", CultureInfo.InvariantCulture),
        _ => Integer.ToString(CultureInfo.InvariantCulture),
    };
}
