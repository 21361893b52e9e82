using NetGen.Runtime;

namespace NetGen;

/// <summary>The formula of an optimizer for the values at one place, written once for all vector widths.</summary>
internal interface IUpdateRule
{
    /// <summary>Updates one vector of parameters and its state.</summary>
    /// <param name="index">The place of its first value in the flat blocks.</param>
    void Update<S, V>(nuint index)
        where S : ISimd<V>
        where V : struct;
}
