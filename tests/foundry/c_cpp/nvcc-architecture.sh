# expect: toolchain nvcc.architecture
# needs: nvcc
export PATH=$PATH:/usr/local/bin
printf '__global__ void total(int *p) { p[0] = 3; }\nint main() { return 0; }\n' >till.cu
nvcc -arch=sm_35 -c till.cu
nvcc -gencode arch=compute_30,code=sm_30 -c till.cu
