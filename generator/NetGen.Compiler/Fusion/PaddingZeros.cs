using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Tells which tensors of the backward pass are zero in the padding of their rows, as a gradient must be: else the gradient of a parameter
/// has other numbers than zero there, and a norm over all parameters counts them. What a whole row shares, or what the forward pass
/// computed, stands in the padding too; a gradient may have it as a factor, not as a summand.
/// </summary>
/// <param name="isComputed">Whether the Map at hand computes an operand at the element, rather than loading it.</param>
internal sealed class PaddingZeros(Func<Tensor, bool> isComputed)
{
    private readonly Dictionary<Tensor, bool> zeros = [];
    private readonly Dictionary<Tensor, bool> finites = [];

    /// <summary>Whether what the Map or Reduce computes is zero in the padding.</summary>
    public bool AreIn(Tensor tensor)
    {
        if (!zeros.TryGetValue(tensor, out bool zero))
        {
            zero = tensor switch
            {
                Map map => IsZero(map.Body, map.Operands),
                Reduce reduce => IsOperandZero(reduce.Operands[0]),
                _ => IsLoadedZero(tensor),
            };
            zeros.Add(tensor, zero);
        }

        return zero;
    }

    private bool IsOperandZero(Tensor operand) => isComputed(operand) ? AreIn(operand) : IsLoadedZero(operand);

    private static bool IsLoadedZero(Tensor tensor) =>
        tensor.Shape.Inner > 1
        && (tensor.IsBackward || tensor is Parameter or Input { Role: InputRole.OutputGradient or InputRole.NamedOutputGradient });

    private bool IsZero(ScalarExpression body, IReadOnlyList<Tensor> operands) => body switch
    {
        Constant constant => constant.Value == 0,
        Operand operand => IsOperandZero(operands[operand.Index]),
        Unary { Operator: UnaryOperator.Exp or UnaryOperator.Log or UnaryOperator.Sigmoid } => false,
        Unary unary => IsZero(unary.Operand, operands),
        Binary { Operator: BinaryOperator.Multiply } product =>
            (IsZero(product.Left, operands) && IsFinite(product.Right, operands))
            || (IsZero(product.Right, operands) && IsFinite(product.Left, operands)),
        Binary { Operator: BinaryOperator.Divide } quotient => IsZero(quotient.Left, operands) && !MayBeZero(quotient.Right, operands),
        Binary binary => IsZero(binary.Left, operands) && IsZero(binary.Right, operands),
        SelectGreater select => IsZero(select.WhenGreater, operands) && IsZero(select.Otherwise, operands),
        Call call => IsZero(call.Expanded, operands),
        _ => false,
    };

    /// <summary>Whether neither a division by zero nor its logarithm can stand in the padding: zero times infinity is NaN.</summary>
    private bool IsFinite(ScalarExpression body, IReadOnlyList<Tensor> operands) => body switch
    {
        Operand operand => IsFinite(operands[operand.Index]),
        Unary { Operator: UnaryOperator.Log } log => IsFinite(log.Operand, operands) && !MayBeZero(log.Operand, operands),
        Unary unary => IsFinite(unary.Operand, operands),
        Binary binary => IsFinite(binary.Left, operands) && IsFinite(binary.Right, operands)
            && (binary.Operator != BinaryOperator.Divide || !MayBeZero(binary.Right, operands)),
        SelectGreater select => IsFinite(select.WhenGreater, operands) && IsFinite(select.Otherwise, operands),
        Call call => IsFinite(call.Expanded, operands),
        _ => true,
    };

    private bool IsFinite(Tensor operand)
    {
        if (operand is not Map map || !isComputed(operand))
            return true;
        if (!finites.TryGetValue(operand, out bool finite))
            finites.Add(operand, finite = IsFinite(map.Body, map.Operands));
        return finite;
    }

    /// <summary>
    /// Whether a divisor may be zero there. A sum with a constant, as 1 + |x| or a variance and ε, is none; nor is what a whole row shares.
    /// </summary>
    private static bool MayBeZero(ScalarExpression body, IReadOnlyList<Tensor> operands) => body switch
    {
        Constant constant => constant.Value == 0,
        Operand operand => operands[operand.Index].Shape.Inner > 1,
        BatchSize or LabelCount or Unary { Operator: UnaryOperator.Exp or UnaryOperator.Sigmoid } => false,
        Unary unary => MayBeZero(unary.Operand, operands),
        Binary { Operator: BinaryOperator.Multiply } product => MayBeZero(product.Left, operands) || MayBeZero(product.Right, operands),
        Binary { Operator: BinaryOperator.Divide } quotient => MayBeZero(quotient.Left, operands),
        Binary { Operator: BinaryOperator.Add, Left: Constant } or Binary { Operator: BinaryOperator.Add, Right: Constant } => false,
        Call call => MayBeZero(call.Expanded, operands),
        _ => true,
    };
}
