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
        Sinusoid sinusoid => dialect.Load(ConstantLists.Reference(sinusoid), place.ElementIndex),
        Keep keep => dialect.Keep(
            context.DropoutKey(keep.Site, place.Sample),
            place.ElementIndex.ToString(),
            1 - keep.DropProbability),
        Uniform uniform => Shared(uniform, operands, () => dialect.Draw(
            context.DropoutKey(uniform.Site, place.Sample),
            place.ElementIndex.ToString())),
        Unary { Operator: UnaryOperator.Negate } negate => dialect.Function(UnaryOperator.Negate, Print(negate.Operand, operands)),
        Unary unary => Shared(unary, operands, () => dialect.Function(unary.Operator, Print(unary.Operand, operands))),
        _ when VectorOperation.Of(expression) is { } operation => PrintOperation(operation, operands),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} has no text"),
    };

    private string PrintOperation(VectorOperation operation, string[] operands)
    {
        bool repeats = operation.Operator == VectorOperator.SelectGreater;
        string[] values =
            [.. operation.Operands.Select((operand, index) => repeats && index < 2 ? Simple(operand, operands) : Print(operand, operands))];
        return operation.Operator switch
        {
            VectorOperator.Add => dialect.Add(values[0], values[1]),
            VectorOperator.Subtract => dialect.Subtract(values[0], values[1]),
            VectorOperator.Multiply => dialect.Multiply(values[0], values[1]),
            VectorOperator.Divide => dialect.Divide(values[0], values[1]),
            VectorOperator.MultiplyAdd => dialect.MultiplyAdd(values[0], values[1], values[2]),
            VectorOperator.Max => dialect.Max(values[0], values[1]),
            VectorOperator.Min => dialect.Min(values[0], values[1]),
            VectorOperator.ClampMin => dialect.ClampMin(values[0], values[1]),
            VectorOperator.ClampMax => dialect.ClampMax(values[0], values[1]),
            VectorOperator.SelectGreater => dialect.SelectGreater(values[0], values[1], values[2], values[3]),
            _ => throw new InvalidOperationException($"{operation.Operator} has no text"),
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
