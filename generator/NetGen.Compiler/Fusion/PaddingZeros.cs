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
    private readonly Dictionary<Tensor, bool> known = [];

    /// <summary>Whether what the Map or Reduce computes is zero in the padding.</summary>
    public bool AreIn(Tensor tensor)
    {
        if (!known.TryGetValue(tensor, out bool zero))
        {
            zero = tensor switch
            {
                Map map => IsZero(map.Body, map.Operands),
                Reduce reduce => IsOperandZero(reduce.Operands[0]),
                _ => IsLoadedZero(tensor),
            };
            known.Add(tensor, zero);
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
        Binary { Operator: BinaryOperator.Multiply } product => IsZero(product.Left, operands) || IsZero(product.Right, operands),
        Binary { Operator: BinaryOperator.Divide } quotient => IsZero(quotient.Left, operands),
        Binary binary => IsZero(binary.Left, operands) && IsZero(binary.Right, operands),
        SelectGreater select => IsZero(select.WhenGreater, operands) && IsZero(select.Otherwise, operands),
        Call call => IsZero(call.Expanded, operands),
        _ => false,
    };
}
