namespace NetGen.Runtime;

/// <summary>The part of a step or prediction that a fused group belongs to.</summary>
public enum Pass
{
    /// <summary>Input to output, as in PyTorch's eval mode.</summary>
    Predict,

    /// <summary>Input to output, as in PyTorch's train mode.</summary>
    Forward,

    /// <summary>The loss and its gradient with respect to the output.</summary>
    Loss,

    /// <summary>The output's gradient to the gradients of the parameters.</summary>
    Backward,

    /// <summary>The optimizer's change of the parameters.</summary>
    Update,
}
