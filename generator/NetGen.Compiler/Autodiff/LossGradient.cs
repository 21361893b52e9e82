using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>
/// The gradient of a loss with respect to the prediction that it judges, in the same pass over the rows as the loss itself.
/// </summary>
/// <param name="losses">The single losses.</param>
/// <param name="seed">The gradient with respect to each of them.</param>
/// <param name="prediction">What the gradient is by.</param>
internal sealed class LossGradient(Expr losses, Expr seed, Expr prediction) : IDifferentiation
{
    public void Append(Program program)
    {
        Tensor? found = BackwardPass.Append([(losses, seed)], [prediction], isSeparatePass: false)[0];
        Expr gradient = found is null ? prediction.Filled(0, prediction.Shape) : new(found, prediction.Origin);
        program.AddResult(ResultRole.OutputGradient, gradient);
    }
}
