using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>Looks at one layer and those before it on its path, and says what could be better.</summary>
internal interface ILayerAdvice
{
    void Give(PathStep step);
}
