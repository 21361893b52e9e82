using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// How one vector width is written: all that differs between Vector512, Vector256, Vector128 and plain floats; or all of them at once, as
/// operations of a width that is a type parameter. An emitter is written once against it.
/// </summary>
internal sealed class VectorDialect
{
    private VectorDialect(int lanes, int registers)
    {
        Lanes = lanes;
        Registers = registers;
        Name = IsScalar ? "Scalar" : "Vector" + Literals.Integer(lanes * 32);
        Class = "Simd" + Literals.Integer(lanes);
        Type = IsScalar ? "float" : "Floats" + Literals.Integer(lanes);
        Zero = IsScalar ? "0f" : Type + ".Zero";
    }

    private VectorDialect()
    {
        (Name, Class, Type, Zero, IsAny) = ("AnyWidth", "S", "V", "S.Zero", true);
    }

    /// <summary>All widths at once: vectors V with the operations of S, an <c>ISimd&lt;V&gt;</c>.</summary>
    public static VectorDialect Any { get; } = new();

    public static VectorDialect Vector512 { get; } = new(16, 32);

    public static VectorDialect Vector256 { get; } = new(8, 16);

    public static VectorDialect Vector128 { get; } = new(4, 16);

    public static VectorDialect Scalar { get; } = new(1, 2);

    /// <summary>The widths for which code is emitted, widest first.</summary>
    public static IReadOnlyList<VectorDialect> All { get; } = [Vector512, Vector256, Vector128, Scalar];

    /// <summary>Floats in a vector.</summary>
    public int Lanes { get; }

    /// <summary>Vector registers of the machines that have this width at their widest.</summary>
    public int Registers { get; }

    public bool IsScalar => Lanes == 1;

    /// <summary>The number of lanes, as an expression.</summary>
    public IndexExpression Step => IsAny ? "S.Lanes" : Lanes;

    /// <summary>Whether the text is for all widths: then nothing may be printed that depends on the number of lanes.</summary>
    public bool IsAny { get; }

    /// <summary>Vector512, or Scalar: also the name of the class that holds the kernels.</summary>
    public string Name { get; }

    /// <summary>The class of the vector functions.</summary>
    private string Class { get; }

    public string Type { get; }

    /// <summary>The type of the library that has the operations of this width.</summary>
    public string Operations => IsScalar ? "SimdScalar" : "Simd" + Literals.Integer(Lanes * 32);

    /// <summary>Short names at the head of the file of methods for all widths.</summary>
    public static IReadOnlyList<string> LibraryAliases { get; } =
    [
        "using global::NetGen.Runtime;",
        "using Dropout = global::NetGen.Runtime.DropoutMask;",
        "using Functions = global::NetGen.Runtime.VectorMath;",
        "using MethodImpl = global::System.Runtime.CompilerServices.MethodImplAttribute;",
        "using MethodImplOptions = global::System.Runtime.CompilerServices.MethodImplOptions;",
        "using Panel = global::NetGen.Runtime.Panel;",
        "using Spans = global::System.Runtime.InteropServices.MemoryMarshal;",
        "using StackScratch = global::NetGen.Runtime.StackScratch;",
        "using Unsafe = global::System.Runtime.CompilerServices.Unsafe;",
    ];

    /// <summary>Short names at the head of a file, so that its lines can be read.</summary>
    public static IEnumerable<string> Aliases(VectorDialect widest)
    {
        foreach (VectorDialect dialect in All)
            if (!dialect.IsScalar && dialect.Lanes <= widest.Lanes)
            {
                string vector = "global::System.Runtime.Intrinsics.Vector" + (dialect.Lanes * 32);
                yield return $"using {dialect.Type} = {vector}<float>;";
                yield return $"using {dialect.Class} = {vector};";
            }

        yield return "using Dropout = global::NetGen.Runtime.DropoutMask;";
        yield return "using Functions = global::NetGen.Runtime.VectorMath;";
        yield return "using MethodImpl = global::System.Runtime.CompilerServices.MethodImplAttribute;";
        yield return "using MethodImplOptions = global::System.Runtime.CompilerServices.MethodImplOptions;";
        yield return "using Panel = global::NetGen.Runtime.Panel;";
        yield return "using Prefetch = global::NetGen.Runtime.Prefetch;";
        yield return "using Spans = global::System.Runtime.InteropServices.MemoryMarshal;";
        yield return "using StackScratch = global::NetGen.Runtime.StackScratch;";
        yield return "using ThreadScratch = global::NetGen.Runtime.ThreadScratch;";
        yield return "using Unsafe = global::System.Runtime.CompilerServices.Unsafe;";
        yield return "using Workspace = global::NetGen.Runtime.Workspace;";
    }

    private string Suffix => IsAny ? "" : "Unsafe";

    /// <summary>What has the functions of the library: <c>S</c>, or <c>VectorMath</c>, which has each for all widths.</summary>
    private string Library => IsAny ? "S" : "Functions";

    public string Zero { get; }

    /// <summary>The widest dialect, no wider than this one, whose vectors divide a row of so many floats.</summary>
    public VectorDialect Dividing(int rowLength)
    {
        foreach (VectorDialect dialect in All)
            if (dialect.Lanes <= Lanes && rowLength % dialect.Lanes == 0)
                return dialect;
        return Scalar;
    }

    /// <summary>How far a loop over a row runs: vectors cover the padding, plain floats do not.</summary>
    public int Extent(TensorShape shape) => IsScalar ? shape.Inner : shape.PaddedInner;

    public string Load(string reference, IndexExpression index) => IsScalar
        ? Element(reference, index)
        : $"{Class}.Load{Suffix}(ref {Element(reference, index)})";

    public string Store(string value, string reference, IndexExpression index) => IsScalar
        ? $"{Element(reference, index)} = {value};"
        : $"{Class}.Store{Suffix}({value}, ref {Element(reference, index)});";

    public static string Element(string reference, IndexExpression index) => index.IsConstant && index.Constant == 0
        ? reference
        : $"Unsafe.Add(ref {reference}, {index.ToString()})";

    public string Create(string scalar) => IsScalar ? scalar : $"{Class}.Create({scalar})";

    public string Constant(double value) => value == 0 && !IsScalar ? Zero : Create(Literals.Float(value));

    public string Add(string a, string b) => IsAny ? $"S.Add({a}, {b})" : $"({a} + {b})";

    public string Subtract(string a, string b) => IsAny ? $"S.Subtract({a}, {b})" : $"({a} - {b})";

    public string Multiply(string a, string b) => IsAny ? $"S.Multiply({a}, {b})" : $"({a} * {b})";

    public string Divide(string a, string b) => IsAny ? $"S.Divide({a}, {b})" : $"({a} / {b})";

    public string MultiplyAdd(string a, string b, string c) => Lanes switch
    {
        0 => $"S.MultiplyAdd({a}, {b}, {c})",
        1 => $"float.MultiplyAddEstimate({a}, {b}, {c})",
        4 => $"{Class}.MultiplyAddEstimate({a}, {b}, {c})",
        _ => $"{Class}.FusedMultiplyAdd({a}, {b}, {c})",
    };

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

    /// <summary>One value where the maximum of a pool changes, which a NaN changes too; another in the other lanes.</summary>
    public string SelectGreaterOrNaN(string value, string max, string then, string otherwise) => $"{Library}.SelectGreaterOrNaN({value}, {max}, {then}, {otherwise})";

    public string SelectGreater(string a, string b, string whenGreater, string otherwise) => IsAny
        ? $"S.SelectGreater({a}, {b}, {whenGreater}, {otherwise})"
        : IsScalar
        ? $"({a} > {b} ? {whenGreater} : {otherwise})"
        : $"{Class}.ConditionalSelect({Class}.GreaterThan({a}, {b}), {whenGreater}, {otherwise})";

    /// <summary>For all widths: one value in the lanes in which two are equal, another in the others.</summary>
    public static string Equal(string a, string b, string whenEqual, string otherwise) => $"S.SelectEqual({a}, {b}, {whenEqual}, {otherwise})";

    /// <summary>a in the lanes of a mask, b in the others. For all widths the mask is a number of lanes, which are the first.</summary>
    public string Select(string mask, string a, string b) => IsAny ? $"S.SelectFirst({mask}, {a}, {b})" : $"{Class}.ConditionalSelect({mask}, {a}, {b})";

    public string Function(UnaryOperator function, string x) => function switch
    {
        _ when IsAny => $"S.{function}({x})",
        UnaryOperator.Negate => $"(-{x})",
        UnaryOperator.Sqrt => IsScalar ? $"float.Sqrt({x})" : $"{Class}.Sqrt({x})",
        UnaryOperator.Abs => IsScalar ? $"float.Abs({x})" : $"{Class}.Abs({x})",
        _ => $"{Library}.{function}({x})",
    };

    /// <summary>For all widths: 1 in the lane whose index in the row is the label, 0 elsewhere.</summary>
    public static string IsLabel(string label, string laneStart) => $"S.IsLabel({label}, {laneStart})";

    /// <summary>For all widths: 1 in the lanes whose label is the column, 0 elsewhere.</summary>
    public static string IsColumn(string labels, string column) => $"S.SelectEqual({labels}, S.Create({column}), S.One, S.Zero)";

    public string Keep(string key, string index, double keepProbability) =>
        (IsAny ? "S.Keep" : $"Dropout.Keep{(IsScalar ? "1" : Literals.Integer(Lanes * 32))}")
        + $"({key}, (uint)({index}), {Literals.Integer((long)Math.Min(Math.Round(keepProbability * 4294967296.0), uint.MaxValue))}u)";

    /// <summary>For all widths: the sum over the lanes as one float.</summary>
    public static string SumOfLanes(string vector) => $"S.Sum({vector})";

    /// <summary>For all widths: the greatest lane as one float.</summary>
    public static string MaxOfLanes(string vector) => $"S.MaxOfLanes({vector})";
}
