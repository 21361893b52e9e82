namespace NetGen;

public partial class Trainer
{
    private bool keepsGradients;
    private GradientClipping? clipping;
    private GradientAccumulation? accumulation;

    /// <summary>
    /// The largest L2 norm of all gradients together: larger ones are scaled down before each update, in <see cref="Fit"/>, steps and
    /// <see cref="Update"/> (<c>torch.nn.utils.clip_grad_norm_</c>: g ← g · min(1, c/(‖g‖ + 10⁻⁶))). Null for no limit.
    /// </summary>
    /// <remarks>
    /// The norm needs all gradients, so that no update is fused into the backward pass. It is summed in double precision and does not
    /// depend on the number of threads.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double? ClipNorm
    {
        get;
        set
        {
            RequireLimit(value, nameof(ClipNorm));
            field = value;
        }
    }

    /// <summary>
    /// The largest magnitude of each gradient: what lies outside [−c, c] is limited before each update, and before
    /// <see cref="ClipNorm"/> (<c>torch.nn.utils.clip_grad_value_</c>). Null for no limit. No update is fused into the backward pass.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double? ClipValue
    {
        get;
        set
        {
            RequireLimit(value, nameof(ClipValue));
            field = value;
        }
    }

    /// <summary>
    /// The L2 norm of all gradients at the last update with <see cref="ClipNorm"/>, before they were scaled; NaN where there was none.
    /// </summary>
    public double GradientNorm { get; private set; } = double.NaN;

    internal static void RequireLimit(double? value, string argument)
    {
        if (value is { } limit)
            Optimizer.RequirePositive(limit, argument);
    }

    /// <summary>Whether the backward pass of a step may update parameters.</summary>
    private bool FusesUpdates => ClipNorm is null && ClipValue is null && !keepsGradients && Optimizer.AllowsFusedUpdates;

    private void ClipGradients()
    {
        if (ClipNorm is null && ClipValue is null)
            return;
        clipping ??= new GradientClipping(Network.Memory);
        if (ClipValue is { } value)
            clipping.ClipValue(value, workers);
        if (ClipNorm is { } norm)
            GradientNorm = clipping.ClipNorm(norm, workers);
    }
}
