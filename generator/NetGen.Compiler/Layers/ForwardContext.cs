using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>What a layer's Forward gets besides its input: its name, shapes and parameters, the mode, and where statistics go.</summary>
internal abstract class ForwardContext
{
    /// <summary>The layer's full name: layer2.0.conv1.</summary>
    public abstract string Name { get; }

    /// <summary>The shape of a sample that comes in.</summary>
    public abstract Shape Input { get; }

    /// <summary>The shape of a sample that goes out.</summary>
    public abstract Shape Output { get; }

    /// <summary>PyTorch's train mode; else eval mode.</summary>
    public abstract bool IsTraining { get; }

    /// <summary>Whether the layer is frozen: it normalises by its running statistics then, where it has them, in training too.</summary>
    public abstract bool IsFrozen { get; }

    /// <summary>A number of the layer's own, for random values.</summary>
    public abstract int Site { get; }

    /// <summary>A parameter or statistic by its name in the layer, with at least <paramref name="rank"/> axes.</summary>
    public abstract Expr Parameter(string name, int rank = 0);

    /// <summary>
    /// Whether a matrix lies row after row as PyTorch has it, since the layer that declared it looks up its rows: then
    /// <see cref="Parameter"/> gives [out, in], else [in, out].
    /// </summary>
    public abstract bool IsByRows(string name);

    /// <summary>
    /// 1 for each true step and 0 for each of padding, [steps, 1]; null where all are true. Of what comes in, or, where the layer reads its
    /// operands alone, of these: a step is true where any operand's is.
    /// </summary>
    public abstract Expr? Mask { get; }

    /// <summary>What one of the layer's operands gives.</summary>
    public abstract Expr Operand(int index);

    /// <summary>Which steps of an operand are true, [steps, 1]; null where all are.</summary>
    public abstract Expr? MaskOfOperand(int index);

    /// <summary>What the layer keeps from step to step, where it computes one step of a stream; else null.</summary>
    public virtual StreamStates? Stream => null;

    /// <summary>
    /// Adds a number for each sample (all axes have size 1) to the sum of the losses, which is then divided as the loss says; nobody reads
    /// it in a stream, nor in the prediction of a network without a loss.
    /// </summary>
    public abstract void AddToLoss(Expr values);

    /// <summary>States the new value of a running statistic.</summary>
    public abstract void Update(string name, Expr value);

    /// <summary>Whether the layer declares a parameter of this name.</summary>
    public abstract bool Has(string name);
}
