namespace NetGen.Runtime;

/// <summary>What looks for its vector width among all of them: see <see cref="VectorWidth.Visit"/>.</summary>
internal interface IWidthVisitor
{
    /// <summary>Does its work at this width, where it is the one that is looked for.</summary>
    /// <returns>Whether it is: then no other width is visited.</returns>
    bool Visit<S, V>()
        where S : ISimd<V>
        where V : struct;
}
