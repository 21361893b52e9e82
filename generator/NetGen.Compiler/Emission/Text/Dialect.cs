using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// How values are written: as vectors of any width, by operations of the type parameter S; or as plain floats, for what a row has once.
/// </summary>
internal sealed class Dialect
{
    private readonly bool isVector;

    private Dialect(bool isVector)
    {
        this.isVector = isVector;
        Type = isVector ? "V" : "float";
        Zero = isVector ? "S.Zero" : "0f";
    }

    /// <summary>Vectors V with the operations of S, an <c>ISimd&lt;V&gt;</c>.</summary>
    public static Dialect Vectors { get; } = new(isVector: true);

    /// <summary>Plain floats.</summary>
    public static Dialect Floats { get; } = new(isVector: false);

    /// <summary>The type of a value.</summary>
    public string Type { get; }

    public string Zero { get; }

    /// <summary>Floats in a value, as an expression.</summary>
    public static IndexExpression Step => "S.Lanes";

    /// <summary>Whether text that names an operand twice may repeat a call.</summary>
    public bool RepeatsOperands => !isVector;

    /// <summary>What has the functions of the library.</summary>
    private string Library => isVector ? "S" : "Functions";

    public static string Element(string reference, IndexExpression index) => index.IsConstant && index.Constant == 0
        ? reference
        : $"Unsafe.Add(ref {reference}, {index.ToString()})";

    public string Load(string reference, IndexExpression index) =>
        isVector ? $"S.Load(ref {Element(reference, index)})" : Element(reference, index);

    public string Store(string value, string reference, IndexExpression index) =>
        isVector ? $"S.Store({value}, ref {Element(reference, index)});" : $"{Element(reference, index)} = {value};";

    public string Create(string scalar) => isVector ? $"S.Create({scalar})" : scalar;

    public string Constant(double value) => isVector && value == 0 ? Zero : Create(Literals.Float(value));

    public string Add(string a, string b) => isVector ? $"S.Add({a}, {b})" : $"({a} + {b})";

    public string Subtract(string a, string b) => isVector ? $"S.Subtract({a}, {b})" : $"({a} - {b})";

    public string Multiply(string a, string b) => isVector ? $"S.Multiply({a}, {b})" : $"({a} * {b})";

    public string Divide(string a, string b) => isVector ? $"S.Divide({a}, {b})" : $"({a} / {b})";

    public string MultiplyAdd(string a, string b, string c) =>
        isVector ? $"S.MultiplyAdd({a}, {b}, {c})" : $"float.MultiplyAddEstimate({a}, {b}, {c})";

    /// <summary>The maximum; NaN where either is NaN.</summary>
    public string Max(string a, string b) => $"{Library}.Max({a}, {b})";

    /// <summary>The maximum of four values, as of a window of 2×2; NaN where one is NaN.</summary>
    public string Max(string a, string b, string c, string d) => $"{Library}.Max({a}, {b}, {c}, {d})";

    /// <summary>The minimum; NaN where either is NaN.</summary>
    public string Min(string a, string b) => $"{Library}.Min({a}, {b})";

    /// <summary>The maximum of a value and a number, which takes one instruction; NaN where the value is NaN.</summary>
    public string ClampMin(string value, string min) => $"{Library}.ClampMin({value}, {min})";

    /// <summary>The minimum of a value and a number; NaN where the value is NaN.</summary>
    public string ClampMax(string value, string max) => $"{Library}.ClampMax({value}, {max})";

    public string SelectGreater(string a, string b, string whenGreater, string otherwise) =>
        isVector ? $"S.SelectGreater({a}, {b}, {whenGreater}, {otherwise})" : $"({a} > {b} ? {whenGreater} : {otherwise})";

    /// <summary>a in the first lanes, so many, b in the others.</summary>
    public static string SelectFirst(string lanes, string a, string b) => $"S.SelectFirst({lanes}, {a}, {b})";

    public string Function(UnaryOperator function, string x) => function switch
    {
        _ when isVector => $"S.{function}({x})",
        UnaryOperator.Negate => $"(-{x})",
        UnaryOperator.Sqrt or UnaryOperator.Abs => $"float.{function}({x})",
        _ => $"{Library}.{function}({x})",
    };

    /// <summary>1 in the lane whose index in the row is the label, 0 elsewhere.</summary>
    public static string IsLabel(string label, string laneStart) => $"S.IsLabel({label}, {laneStart})";

    /// <summary>1 in the lanes whose label is the column, 0 elsewhere.</summary>
    public static string IsColumn(string labels, string column) => $"S.SelectEqual({labels}, S.Create({column}), S.One, S.Zero)";

    public string Keep(string key, string index, double keepProbability) =>
        (isVector ? "S.Keep" : "Dropout.Keep1")
        + $"({key}, (uint)({index}), {Threshold(keepProbability)})";

    public string Draw(string key, string index) => $"{(isVector ? "S.Draw" : "Dropout.Draw1")}({key}, (uint)({index}))";

    /// <summary>A probability of keeping as the masks of dropout have it.</summary>
    public static string Threshold(double keepProbability) =>
        Literals.Integer((long)Math.Min(Math.Round(keepProbability * 4294967296.0), uint.MaxValue)) + "u";

    /// <summary>The sum over the lanes as one float.</summary>
    public static string SumOfLanes(string vector) => $"S.Sum({vector})";

    /// <summary>The greatest lane as one float.</summary>
    public static string MaxOfLanes(string vector) => $"S.MaxOfLanes({vector})";
}
