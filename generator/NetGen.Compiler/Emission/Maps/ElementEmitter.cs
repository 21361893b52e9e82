using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints what a group's Maps compute at one place (one vector, or one float): loads each operand once, names each
/// intermediate result once. A vector body and its tail come from the same expressions through this class.
/// </summary>
internal sealed class ElementEmitter(KernelContext context, Dialect dialect, IElementPlace place)
{
    private readonly Dictionary<Tensor, string> values = [];
    private readonly Dictionary<ScalarExpression, string> shared = [];

    /// <summary>States that a value is already in a local.</summary>
    public void Set(Tensor tensor, string local) => values[tensor] = local;

    /// <summary>Loads a value that the method has computed before.</summary>
    public void SetLoaded(Tensor tensor, string load) => values[tensor] = Named(LocalName(TensorNames.Of(tensor)), load);

    /// <summary>The local that holds the tensor's value here; prints what it takes.</summary>
    public string Value(Tensor tensor)
    {
        if (values.TryGetValue(tensor, out string? known))
            return known;
        string local = context.HasReference(tensor) && !place.Computes(tensor) ? Loaded(tensor) : Computed((Map)tensor);
        values[tensor] = local;
        return local;
    }

    /// <summary>Prints the stores of those members that lie in memory.</summary>
    public void Store(Tensor tensor)
    {
        string value = Value(tensor);
        if (place.TailMask is { } mask)
            value = Dialect.SelectFirst(mask, value, dialect.Zero);
        context.Writer.Line(dialect.Store(value, context.Reference(tensor), place.Index(tensor)));
    }

    private string Loaded(Tensor tensor)
    {
        string reference = context.Reference(tensor);
        string load = place.IsScalar(tensor)
            ? dialect.Create(Dialect.Element(reference, place.Index(tensor)))
            : dialect.Load(reference, place.Index(tensor));
        return Named(TensorNames.Of(tensor) + "Value", load);
    }

    private string Computed(Map map)
    {
        string[] operands = [.. map.Operands.Select(Value)];
        ScalarExpression body = map.Body.WithoutCalls();
        return body is Operand operand
            ? operands[operand.Index]
            : Named(LocalName(TensorNames.Of(map)), Print(body, operands));
    }

    private string Named(string name, string expression)
    {
        string local = context.Fresh(name);
        context.Writer.Line($"{dialect.Type} {local} = {WithoutParentheses(expression)};");
        return local;
    }

    /// <summary>relu1Output in memory is relu1 while it is in a register; a layer may be called out, a local may not.</summary>
    private static string LocalName(string tensor)
    {
        int end = tensor.IndexOf("Output", StringComparison.Ordinal);
        string layer = end > 0 ? tensor.Substring(0, end) : tensor;
        return ReservedNames.Contains(layer) ? tensor : layer;
    }

    /// <summary>The parentheses around a whole expression say nothing.</summary>
    private static string WithoutParentheses(string expression)
    {
        if (expression[0] != '(')
            return expression;
        int depth = 0;
        for (int index = 0; index < expression.Length; index++)
        {
            depth += expression[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return index == expression.Length - 1 ? expression.Substring(1, index - 1) : expression;
        }

        return expression;
    }

    /// <summary>The C# expression of a scalar expression; expensive parts that occur twice get a local.</summary>
    private string Print(ScalarExpression expression, string[] operands) => expression switch
    {
        Constant constant => dialect.Constant(constant.Value),
        Operand operand => operands[operand.Index],
        BatchSize => dialect.Create("(float)workspace.Samples"),
        LabelCount => dialect.Create("(float)workspace.LabelCount"),
        IsLabel => place.IsLabel(),
        ByColumn constants => place.ByColumn(dialect, ConstantLists.Reference(constants)),
        Keep keep => dialect.Keep(
            context.DropoutKey(keep.Site, place.Sample),
            place.ElementIndex.ToString(),
            1 - keep.DropProbability),
        Unary { Operator: UnaryOperator.Negate } negate => dialect.Function(UnaryOperator.Negate, Print(negate.Operand, operands)),
        Unary unary => Shared(unary, operands, () => dialect.Function(unary.Operator, Print(unary.Operand, operands))),
        Binary binary => PrintBinary(binary, operands),
        SelectGreater select => dialect.SelectGreater(
            Simple(select.Left, operands),
            Simple(select.Right, operands),
            Print(select.WhenGreater, operands),
            Print(select.Otherwise, operands)),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} has no text"),
    };

    private string PrintBinary(Binary binary, string[] operands)
    {
        string Left() => Print(binary.Left, operands);
        string Right() => Print(binary.Right, operands);
        return binary.Operator switch
        {
            BinaryOperator.Add when binary.Left is Binary { Operator: BinaryOperator.Multiply } product =>
                dialect.MultiplyAdd(Print(product.Left, operands), Print(product.Right, operands), Right()),
            BinaryOperator.Add when binary.Right is Binary { Operator: BinaryOperator.Multiply } product =>
                dialect.MultiplyAdd(Print(product.Left, operands), Print(product.Right, operands), Left()),
            BinaryOperator.Add => dialect.Add(Left(), Right()),
            BinaryOperator.Subtract => dialect.Subtract(Left(), Right()),

            // A gradient that passes or does not, as that of a ReLU, is chosen: the factor 1 or 0 takes a multiplication.
            BinaryOperator.Multiply when binary.Right is SelectGreater { WhenGreater: Constant { Value: 1 }, Otherwise: Constant { Value: 0 } } gate =>
                Print(gate with { WhenGreater = binary.Left }, operands),
            BinaryOperator.Multiply => dialect.Multiply(Left(), Right()),
            BinaryOperator.Divide => dialect.Divide(Left(), Right()),

            // Of a constant it is known that it is not NaN.
            BinaryOperator.Max when binary.Right is Constant => dialect.ClampMin(Left(), Right()),
            BinaryOperator.Max when binary.Left is Constant => dialect.ClampMin(Right(), Left()),
            BinaryOperator.Max => dialect.Max(Left(), Right()),
            BinaryOperator.Min when binary.Right is Constant => dialect.ClampMax(Left(), Right()),
            BinaryOperator.Min when binary.Left is Constant => dialect.ClampMax(Right(), Left()),
            BinaryOperator.Min => dialect.Min(Left(), Right()),
            _ => throw new InvalidOperationException($"{binary.Operator} has no text"),
        };
    }

    /// <summary>
    /// Text that may be repeated: a plain float's selection names its operands twice. A function's value has a local already.
    /// </summary>
    private string Simple(ScalarExpression expression, string[] operands) =>
        !dialect.RepeatsOperands || expression is Constant or Operand or Unary { Operator: not UnaryOperator.Negate }
            ? Print(expression, operands)
            : Shared(expression, operands, () => Print(expression, operands));

    private string Shared(ScalarExpression expression, string[] operands, Func<string> print)
    {
        // Operands are numbered within one Map, so the key names what they stand for here.
        ScalarExpression key = expression.Rewrite(part => part is Operand operand ? new LocalOperand(operands[operand.Index]) : null);
        if (!shared.TryGetValue(key, out string? local))
        {
            local = Named(expression is Unary unary ? FunctionName(unary.Operator) : "part", print());
            shared.Add(key, local);
        }

        return local;
    }

    private static string FunctionName(UnaryOperator function)
    {
        string name = function.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    private sealed record LocalOperand(string Local) : ScalarExpression;
}
